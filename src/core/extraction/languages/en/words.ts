import { type Language } from '../language.js';

/** Word classes of English news prose: closed classes in full, open ones by frequency. */
export const englishWords: Language['words'] = {
  preposition:
    'of in on at by for from with without to into onto about against after before between during through over under among amid despite since until within across toward towards behind beyond near off out up down around along upon like per via as than because',
  time: 'today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday week weeks month months year years morning afternoon evening night tonight january february march april june july august september october november december jan feb apr aug sept oct nov dec day days last later earlier recently now then once',
  relative: 'who which whose whom where when',
  conjunction: 'and or nor if while as because although though when whereas unless whether so',
  contrast: 'but however yet meanwhile instead',
  complementiser: 'that',
  negation:
    "not never no nor n't didn't doesn't don't wasn't weren't isn't aren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't cannot neither nobody none",
  future:
    "will would could may might shall won't wouldn't expected likely forecast projected i'll we'll they'll he'll she'll it'll 'll",
  question: 'what why how',
  hearsay: 'reportedly allegedly alleged rumored rumoured purported supposedly accused suspected',
  opinion:
    'should hope hopes hoped believe think feel wish glad proud sorry thank thanks grateful great wonderful beautiful terrible must ought honored sadly fortunately please let',
  firstPerson: "i we my our me us i'm i've i'd i'll we're we've we'd we'll mine ours myself ourselves",
  pronoun: 'he she they it we i you who this these those everyone nobody',
  occasion: 'statement interview conference speech tweet letter email post briefing remarks comments',
  auxiliary: 'has have had is was were are be been being do does did will would can could may might must should also',
  verb: "is was were are has have had be been do does did will would can could may might must should said says came went got made took gave found left led lost won told became began brought built bought held kept knew met paid put ran sat saw sent set shot sold spent stood taught thought understood wrote fell felt grew hit cut let rose drew drove flew broke chose spoke stole threw wore struck sought dealt fought meant fed bore isn't wasn't weren't aren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't i'm we're they're it's he's she's remains includes makes takes gives shows seems appears needs wants becomes means faces plans continues works calls leads helps expects comes goes runs holds keeps begins adds lies sits stands lives costs emerged",
  role: 'justice speaker whip marshal hydrologist geologist biologist physicist chemist epidemiologist virologist climatologist sociologist psychologist psychiatrist surgeon physician nurse paramedic pharmacist librarian shopkeeper fisherman pensioner retiree tenant landlord homeowner motorist commuter passenger pilot sailor skipper striker goalkeeper midfielder defender referee athlete swimmer cyclist novelist poet artist painter musician composer choreographer curator philosopher theologian mathematician negotiator mediator rapporteur diplomat envoy lawmaker legislator backbencher councillor councilman councilwoman alderman selectman clerk registrar treasurer auditor broker banker trader investor shareholder developer contractor architect planner surveyor inspector ranger firefighter policeman policewoman patrolman trooper marine soldier admiral marshal lieutenant hostage refugee migrant protester demonstrator organizer organiser campaigner unionist employee staffer worker manager frontman bassist president minister secretary chairman chairwoman chair chief director spokesman spokeswoman spokesperson official officer senator governor mayor judge lawyer attorney prosecutor professor analyst economist doctor expert researcher author leader head boss ceo manager coach captain player candidate nominee commissioner ambassador envoy representative congressman congresswoman mp deputy general colonel sergeant detective inspector sheriff commander king queen prince princess pope bishop archbishop reverend rabbi imam activist campaigner founder owner editor reporter journalist correspondent columnist witness resident neighbor neighbour father mother brother sister son daughter wife husband man woman scientist historian adviser advisor aide strategist treasurer chancellor premier producer actor actress singer writer teacher student engineer farmer victim survivor defendant person accountant executive principal superintendent pollster consultant partner co-founder veteran observer insider source counsel mogul businessman billionaire',
  title:
    'mr mrs ms miss dr sir lord lady dame prof professor rev hon sen gov rep gen col sgt lt capt president minister secretary senator prime vice',
  group:
    'officials sources lawyers prosecutors police authorities residents witnesses neighbors neighbours analysts economists experts researchers scientists critics supporters opponents activists protesters investigators doctors leaders lawmakers senators republicans democrats advisers aides allies members relatives family families friends parents students teachers workers farmers voters campaigners investors people observers diplomats executives organizers representatives spokesmen mps conservatives liberals jurors pollsters strategists employees others many some several most officers firefighters organisers administrators managers bosses unions traders dealers ministers academics authors locals villagers fans players neighbours campaigners charities companies banks firms industry men women regulators detectives barristers solicitors attorneys judges peers councillors governors mayors diplomats envoys commanders soldiers troops militants rebels insurgents fighters hackers users readers customers clients consumers patients nurses teachers unionists pensioners tenants landlords homeowners shareholders directors trustees donors bishops clerics monks refugees migrants asylum-seekers passengers commuters drivers motorists cyclists both',
  organization:
    'government ministry department agency council committee commission court bank fund company corporation firm university college institute organization organisation association union party parliament senate congress house office bureau board team club league federation group army navy police administration campaign center centre school hospital church foundation trust society network airline authority service treasury nato un eu fbi cia nasa imf who pentagon kremlin white coalition embassy opposition ministry inc corp ltd plc charity prosecution defense defence',
  media:
    'newspaper magazine journal times post guardian telegraph bbc cnn reuters bloomberg ap afp herald tribune news radio television tv nbc abc cbs fox npr politico buzzfeed website channel broadcaster press media outlet paper',
  document:
    'polls surveys studies documents letters emails memos filings records reports projection projections analysis research editorial email dossier transcript paper report study survey poll document documents letter statement complaint lawsuit filing indictment ruling law bill memo memorandum article book data figures statistics review audit affidavit findings',
  anonymous:
    'person people official officials source sources insider insiders diplomat diplomats anonymous unnamed aide aides adviser advisers operative operatives',
  allegation:
    'claims claim allegations allegation reports report accusations accusation charges charge rumors rumours suggestions suggestion speculation idea notion assertions assertion',
  place:
    'america britain england france germany italy spain russia china japan india iran iraq israel syria turkey egypt saudi yemen ukraine canada mexico brazil australia washington london paris berlin moscow beijing brussels europe africa asia u.s. u.k. us uk kabul tehran jerusalem',
  modifier:
    'senior former top chief deputy new old american british french german russian chinese japanese indian iranian iraqi israeli palestinian syrian turkish egyptian saudi european african asian western eastern northern southern federal national international local foreign state public private high ranking leading prominent republican democratic conservative liberal young federal royal prime vice general executive financial economic political military world global u.s. us uk eu late acting then longtime',
  determiner:
    'the a an his her its their our my this that these those some any all both one two three four several many another each every no',
  audience:
    'voters supporters attendees viewers listeners readers congress investors analysts fans people police detectives officers jury judge media press newspapers outlet paper bbc cnn afp reuters radio television reporters journalists lawmakers parliament court jurors',
  adverb:
    'likewise similarly accordingly equally altogether somewhat rather quite almost nearly always sometimes often elsewhere anyway besides apart instead too moreover nevertheless nonetheless thus hence therefore indeed overall still meanwhile instead perhaps otherwise also later then now still again already repeatedly publicly privately previously earlier once just even only never always often not however meanwhile further ever',
  noun: 'affairs defense defence trade health education foreign interior finance justice labor labour energy transport security rights relations economics studies science law policy operations communications marketing story case deal plan',
};
