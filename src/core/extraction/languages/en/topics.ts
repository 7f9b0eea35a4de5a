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
    'accused alleged allegations corruption fraud rigged torture abuse stole stolen lied lying illegal conspiracy bribery misconduct falsify stuffing',
  record: 'first largest biggest highest lowest worst best most record only least fastest oldest never',
  cause: 'because caused led due resulted triggered driven',
  quantity: 'percent percentage half third quarter majority thousands hundreds dozens number twice double rate',
  vague:
    'met meeting visited spoke attended visit important key likely perhaps interesting nice hope hopes wonderful questions uncertainty',
};
