import { ClaimSign, type ClaimLexicon } from '../claim-sign.js';

/** Third person of a regular present. */
const third = (base: string): string => {
  if (/(?:s|sh|ch|x|z|o)$/u.test(base)) return `${base}es`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
};

/** Verbs whose third person is hardly ever a noun. */
const VERBS =
  'accept accompany accuse achieve acknowledge acquire act add address adopt affect agree allege allow announce apologise appear apply appoint approve argue arrive assert assume attract avoid ban become begin believe belong blame borrow break bring build buy carry cause charge choose claim close collect combine come compare compete comprise concern conclude condemn conduct confirm consider consist contain continue contradict contribute convict cover create cut damage decide declare decline decrease deliver demand deny depend deploy describe deserve destroy detain determine develop die differ disagree discover dismiss displace distribute divide earn edge elect eliminate employ enable encourage enforce enter establish evacuate exceed exclude exist expand expect explain exploit export expose express extend fail fall feature fight finance find fire flee follow forbid force form found fund gain generate get give go govern grant grow guarantee happen have head highlight hire host identify ignore impose imply improve include incorporate indicate inform injure insist install intend introduce invest investigate involve join keep kill know lack launch lead learn leave lend lie live lose maintain manage manufacture mark mean measure meet merge miss mobilise monitor need negotiate note oblige obtain occupy occur offer open operate oppose organise oversee own participate pay permit persuade plead pledge possess predict prefer prepare present prevent proceed produce prohibit promise propose prosecute prove provide publish purchase pursue push raise reach receive recognise recommend redact reduce refer reflect refuse regard regulate reject relate release rely remain remove repeat replace represent require resign restrict retain retire return reveal rule run say seek seem sell send sentence serve settle show sign spend stand stipulate stop strip succeed suffer suggest supply suspend take tell threaten top total train transfer travel treat trigger try underline undermine understand undertake use violate visit wall want warn wear weigh widen win withdraw write yield employ formalise forge finalise oust pit house';

/** Verbs whose third person is as often a noun in the plural. */
const LOOSE =
  'aid aim allow answer appeal approach arm arrest attack attempt average award back bar base bet bid bill block boast bomb boost breach call cap cast caution challenge change claim climb combat command comment complain control cost count counter crash credit deal debate decline delay demand design detail document double drive drop ease effect end estimate exchange face favour fear fine fish fight flow focus forecast fuel gather grant guard halt hand harm heat help hit hold hope impact increase issue judge jump lack land lease let level limit link list loan look lower make market mask match matter mine mirror move name number object offer order outline pass permit place plan play plot point poll post power press price profile profit program project promise protest question race raid rally range rank rate reach reason rebound record refer reform regain regret release rent report request rescue research reserve respect rest result return review reward ride rise risk rival rule schedule score search set share shelter shift ship show shut signal slow slip sound stake start state stay step stock store strike struggle study supply support surge survey swing target tax term test tour trade trail trap turn value view visit voice vote wage watch welcome work witness worry';

const AUX =
  'is was were are has have had did does do will would can could may might must should shall am cannot isn’t wasn’t weren’t aren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t i’m we’re they’re it’s he’s she’s i’ve we’ve they’ve you’ve i’ll we’ll they’ll he’ll she’ll it’ll';

/** Before "'s" these carry "is" or "has". */
const IS = 'there it he she that who what here everyone nobody';

const PAST =
  'went came got made took gave found left led lost won became began brought built bought held kept knew met paid put ran sat saw sent set shot sold spent stood taught thought understood wrote fell felt grew hit cut let rose drew drove flew broke chose spoke stole threw wore struck sought dealt fought meant fed bore fled forbade froze hid lay lent lit overcame oversaw quit rang rode sank shook shut sang slept slid spun split spread sprang stuck strove swam swept swore swung tore told undertook underwent upheld withdrew withheld woke said bet cast cost burst heard sank overtook forgot forgave foresaw beat overthrew';

/** What English tells about claims. */
export const englishClaims: ClaimLexicon = {
  affirm: {
    replace:
      "not: never: ever: no:a/ any:a/ anyone:someone anybody:somebody anything:something nobody:somebody nothing:something none:some cannot:can can't:can couldn't:could didn't:did doesn't:does don't:do isn't:is aren't:are wasn't:was weren't:were hasn't:has haven't:have hadn't:had won't:will wouldn't:would shouldn't:should",
    fuse: '',
    elide: 'a:an',
    hard: 'not only|no longer|not yet|no one|neither of|any of|none of',
    needsVerb: '',
    plural: 's',
    mass: 'evidence fraud contact collusion pressure contamination information money proof pollution corruption abuse violence torture support help aid intention interest involvement knowledge misconduct wrongdoing doubt risk',
    vowels: 'aeiou',
    tensing: '',
    tensed: '',
  },
  signs: {
    verb: [
      ...AUX.split(' '),
      ...PAST.split(' '),
      ...VERBS.split(' ').map(third),
      ...IS.split(' ').map((word) => `${word} 's`),
    ].join('|'),
    plainVerb: [...VERBS.split(' '), ...LOOSE.split(' ')].join('|'),
    looseVerb: LOOSE.split(' ').map(third).join('|'),
    participle:
      'published signed built founded created owned funded led run backed estimated based born held made written launched opened closed known initialled agreed adopted passed released carried sent taken given seen paid sold bought set installed elected appointed arrested convicted sentenced accused charged indicted killed dated worth'.replaceAll(
        ' ',
        '|',
      ),
    join: 'and|or|but|nor|yet|then|and then|and also',
    opener:
      'while|as|because|although|though|whereas|even though|even as|adding that|saying that|and that|but that|meaning that|so that',
    limit: 'if|unless|until|when|after|before|since|once|whether',
    relative: 'who|which|whose|where|that',
    where: 'where',
    genitive: 'of',
    amount:
      'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|hundreds|thousand|thousands|million|millions|billion|billions|dozen|dozens|half|third|quarter|quarters|double|twice',
    emphatic: 'any|ever|never|no|nothing|none|at all|whatsoever|a single|anyone|anybody|anything|nobody',
    silence:
      'declined to comment|declined to say|did not respond|did not answer|refused to comment|refused to answer|not respond|no comment|not comment|confirm or deny|could not be reached|does not comment',
    ruling:
      'under the agreement|under the deal|under the accord|under the treaty|under the law|under the plan|the ruling|article|the agreement|the accord|the treaty|the deal',
    own: 'i|we|i’ll|we’ll|i’m|we’re|let',
    negation:
      'not|never|no|nor|n’t|didn’t|doesn’t|don’t|wasn’t|weren’t|isn’t|aren’t|hasn’t|haven’t|hadn’t|won’t|wouldn’t|can’t|couldn’t|cannot|neither|nobody|none|nothing|no one',
    future:
      'will|would|could|may|might|shall|won’t|wouldn’t|couldn’t|i’ll|we’ll|they’ll|he’ll|she’ll|it’ll|is expected|are expected|was expected|were expected|is due to|are due to|is set to|are set to|is likely to|are likely to|is on track|are on track|is forecast|are forecast|is projected|are projected|is poised|are poised|is going to|are going to|is scheduled|are scheduled|is predicted|are predicted|risks|expected to|set to|due to vote|due to begin|due to start|due to open',
    hearsay:
      'reportedly|allegedly|alleged|rumoured|rumored|purported|purportedly|supposedly|suspected of|is suspected|are suspected|is accused|are accused|was accused|were accused|been accused|accused of|is said to|are said to|was said to|were said to|is reported to|are reported to|was reported to|were reported to|is believed to|are believed to|was believed to|were believed to|is thought to|are thought to|is understood to|are understood to|amid claims|amid reports|amid allegations|condemned for|criticised for|criticized for|rumours that|it is claimed|it was claimed|is estimated to|are estimated to|it is alleged|it was alleged|according to media reports|according to reports',
    wish: 'hope|hopes|hoped|hoping|wish|wishes|please|let us|let’s|thank|thanks|we must|must not|we should|should|ought|we need to|i want|we want|they want|wants to|we will continue|we will keep|we will not rest|we pledge|i promise|we promise|we look forward|look forward|deserve|deserves|we stand|we are committed|i am committed|we are determined|wonder|would like|urge|i call|we call|congratulations|condolences',
    belief:
      'i think|i believe|we think|we believe|we are concerned|i am concerned|i’m concerned|in my view|in our view|i feel|i suppose|i guess|i am sure|i’m sure|we feel|i am convinced|it is clear',
    aside:
      'condition of anonymity|anonymity|not authorised to|not authorized to|speaking on condition|asked not to be|declined to be|declining to be|who asked|unauthorised to|speaking to reporters|told reporters|in a statement|in an interview|at a news conference|at a press conference',
    rank: 'first|largest|biggest|highest|lowest|worst|longest|youngest|oldest|only|fastest|second largest|record|top|most|one of',
    comparison:
      'up from|down from|up by|down by|up|down|better than|worse than|more than|less than|higher than|lower than|compared with|compared to|against|further|making it|making|leaving|bringing|killing|injuring|forcing|prompting|causing|raising|pushing|costing',
    raised:
      'asked|asked whether|asked if|asked about|question|questions|report|reports|rumour|rumours|rumor|rumors|allegation|allegations|accusation|accusations|accused|claims|suggestion|suggestions|suggested|speculation|denied|denies|deny|denying|dismissed|dismisses|rejected|rejects|refuted|reported|reporting|alleged|pressed on',
    untrue: 'false|untrue|baseless|fabricated|groundless|unfounded|invented|fake|fiction|nonsense|lies|a lie',
    empty:
      'yes|yes he does|we have been clear|of course|absolutely|exactly|good morning|good evening|thank you|no comment|what worries|it is that|let me',
    judgement:
      'fair|fairest|unfair|important|wonderful|terrible|great|beautiful|proud|sad|sorry|glad|happy|welcome|shameful|disgraceful|outrageous|reassuring|remarkable|extraordinary|interesting|disappointing|disappointed|concerned|worried|delighted|pleased|relieved|horrific|wrong|right thing|best|worst|strong|committed|honoured|honored|absurd|nonsense|brave|tragic|unacceptable|vital|crucial|essential',
  },
  guess: (key) =>
    /^[a-z]{2,}ed$/u.test(key) &&
    !/^(?:united|hundred|indeed|need|speed|seed|feed|armed|based|related|red|bed|exceed|proceed|succeed)$/u.test(key)
      ? ClaimSign.verb | ClaimSign.participle
      : 0,
};
