import { type Language } from '../language.js';

/** Words that make a claim worth checking, or not, by topic. */
export const englishTopics: Language['topics'] = {
  money:
    'million billion trillion dollar dollars euro euros pound pounds budget debt tax taxes price prices inflation economy growth gdp cost costs paid sales profit loss losses forecast investment $ £ €',
  casualties:
    'killed dead died death deaths injured wounded casualties victims victim shot shooting murdered infected virus disease outbreak suicide attack attacks',
  law: 'law court ruling ruled judge trial convicted guilty charges charged sentenced sentence fraud agreement treaty deal signed bill legislation vote voted election elections ban banned sanctions arrested investigation indicted lawsuit police',
  conflict:
    'war attack troops army military missile missiles weapons bombing terrorist forces militants rebels ceasefire invasion',
  politics:
    'president minister government parliament senate congress party opposition policy security border immigration refugees trade talks candidates campaign',
  accusation:
    'accused accuse accuses alleged allegations corruption fraud rigged torture abuse stole stolen lied lying lie illegal illegally conspiracy bribery bribes misconduct falsify stuffing cheating cheated secret secretly hidden cover-up scandal laundering embezzled misled violated violations breach breached exploitation covert',
  record: 'first largest biggest highest lowest worst best most record only least fastest oldest never',
  cause: 'because caused led due resulted triggered driven',
  quantity:
    'percent percentage % half third quarter majority thousands hundreds dozens number twice double rate people residents workers jobs tonnes miles acres students patients households families homes points score average',
  vague:
    'met meeting visited spoke attended visit important key likely perhaps interesting nice hope hopes wonderful questions uncertainty',
  health:
    'health hospital hospitals patient patients disease virus infection infected vaccine vaccines drug drugs medicine cancer outbreak epidemic pandemic covid coronavirus doctor doctors nurses clinical trial symptoms treatment flu toxic poison mental obesity smoking',
  deal: 'deal agreement contract contracts accord pact treaty merger acquisition sale sell sold buy bought purchase tender bid lease licence license invest investment funding fund grant loan export exports import imports signed fees toll tolls',
  act: 'banned ban approved rejected ordered ruled signed passed vetoed appointed dismissed fired resigned arrested charged convicted sentenced sued indicted closed opened suspended cancelled scrapped cut raised voted elected launched withdrew imposed lifted requires obliges allows bars permits prohibits decided repealed introduced recalled expelled investigating investigated',
  change:
    'rose rise risen fell fall fallen increased increase decreased decrease dropped drop grew growth declined decline doubled tripled halved climbed jumped plunged soared slashed shrank expanded up down lost gained raised lowered',
  harm: 'risk danger damage damaged crisis shortage flood floods fire earthquake disaster collapse collapsed pollution poverty unemployment displaced homeless hunger famine drought leak contaminated unsafe failed failure delayed closed explosion crash crashed victims harm',
  scene:
    'met meeting visited visit arrived sat stood walked smiled spoke talks speaks toured greeted shook hands pictured poses watched looked cheered laughed ceremony waiting read watched expected asked knows',
};
