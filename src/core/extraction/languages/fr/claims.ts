import { ClaimSign, type ClaimLexicon } from '../claim-sign.js';

/** Stems of verbs in "-er": present with « e » is often a noun as well, the plural and the past tenses are not. */
const ER =
  'abandonn abord accept accompagn accord accus achet adopt affect affich agit aggrav aid ajout alert aliment amélior amen annonc annul appell apport appliqu approuv arrêt arriv assur attaqu attir augment autoris avanc baiss bénéfici bloqu caus chang charg cherch circul coût command commenc compar compt concern condamn confi confirm consacr considèr consomm constat contest continu contrôl côtoi coup couvr cré dat décid déclar déclench défil délivr demand demeur dénonc dépass déploy dépos dévoil diffus dirig domin donn dur écras effectu élev élimin embauch emploi emport encadr engag enregistr entr entraîn envisag envoi estim évalu évoqu exig exist exploit export exprim ferm figur financ fix forc form fourn frapp gagn gard gèr habit hériss identifi illustr import impos indiqu inform instaur install interdis intervenn invit jou jug justifi laiss lanc libèr limit livr localis log manifest manqu marqu menac men modifi montr multipli négoci nomm not oblig observ occup opèr oppos ordonn organis partag particip pass pay perm plaç port poursuiv précis prépar présent prim privilégi procéd propos protèg prouv provoqu publi rachèt ralli rappell rapport réclam recul redout refus regard regroup rejet relanc réalis remont remplac rembours renforc rencontr report repos représent résid respect rest résult retir révèl sembl sign signal situ stipul subsist suspend taxi tent termin termin tir touch tomb toucher trait transform transmet travaill travers trouv tu utilis vers vis visit vol vot';

const IRREGULAR =
  'a|ont|avait|avaient|est|sont|était|étaient|fut|furent|sera|seront|serait|seraient|aura|auront|aurait|auraient|eut|fait|font|faisait|fera|feront|ferait|peut|peuvent|pouvait|pourra|pourront|pourrait|pourraient|doit|doivent|devait|devra|devront|devrait|devraient|va|vont|allait|ira|iront|vient|viennent|venait|viendra|veut|veulent|voulait|permet|permettent|permettra|prend|prennent|prenait|prendra|met|mettent|mettait|mettra|devient|deviennent|tient|tiennent|obtient|obtiennent|contient|contiennent|maintient|soutient|appartient|reçoit|reçoivent|perçoit|prévoit|prévoient|prévoyait|voit|voient|sait|savent|savait|connaît|connaissent|dit|disent|vit|vivent|vivait|suit|suivent|interdit|interdisent|produit|produisent|conduit|conduisent|réduit|construit|détruit|dispose|disposent|atteint|atteignent|craint|rejoint|sort|sortent|part|partent|sert|servent|offre|offrent|souffre|souffrent|ouvre|ouvrent|couvre|meurt|meurent|court|courent|perd|perdent|vend|vendent|rend|rendent|attend|attendent|répond|dépend|défend|défendent|comprend|comprennent|entend|correspond|bat|battent|réside|résident|fournit|fournissent|subit|subissent|réunit|réunissent|garantit|finit|agit|réussit|établit|définit|remplit|investit|choisit|s’agit|vaut|valent|faut|naît|paraît|disparaît|suffit|élit|lit|écrit|écrivent|inscrit|décrit|prescrit|avons|avez|sommes|ai|suis|avions';

const words = (text: string): string => text.replaceAll(' ', '|');

/** What French tells about claims. */
export const frenchClaims: ClaimLexicon = {
  affirm: {
    replace: "ne: n': pas: jamais: aucun:un aucune:une",
    fuse: '',
    elide: "je:j' ce:c' le:l' la:l' que:qu' se:s'",
    hard: "pas de|pas d'|ne que|toujours pas|rien|ni",
    needsVerb: '',
    plural: '',
    mass: '',
    vowels: 'aeiouyhàâéèê',
    tensing: '',
    tensed: '',
  },
  signs: {
    verb: [
      IRREGULAR,
      ...ER.split(' ').flatMap((stem) => [
        `${stem}ent`,
        `${stem}èrent`,
        `${stem}ait`,
        `${stem}aient`,
        `${stem}era`,
        `${stem}eront`,
        `${stem}erait`,
        `${stem}eraient`,
      ]),
    ].join('|'),
    looseVerb: ER.split(' ')
      .map((stem) => `${stem}e`)
      .join('|'),
    participle: words(
      'signé signée signés signées conclu conclue conclus publié publiée publiés estimé estimée estimés situé située né née fondé fondée créé créée construit construite réalisé réalisée organisé organisée prévu prévue adopté adoptée placé placée dirigé dirigée composé composée détenu détenue lancé lancée financé financée jugé jugée jugés jugées arrivé arrivée mort morte tué tuée blessé blessée attribué attribuée attribuées perçu perçue confié confiée réputé réputée condamné condamnée accusé accusée nommé nommée élu élue inscrit inscrite évalué évaluée âgé âgée victime dont',
    ),
    join: 'et|ou|mais|ni|puis|et puis',
    opener:
      'tandis que|alors que|car|parce que|parce qu’|bien que|bien qu’|puisque|puisqu’|et que|et qu’|alors qu’|tandis qu’|or|cependant|toutefois|lorsque|lorsqu’',
    limit: 'si|s’|quand|depuis que|avant que|après que|jusqu’à ce que|dès que',
    relative: 'qui|dont|où|lequel|laquelle|lesquels|lesquelles',
    where: 'où',
    genitive: 'de|d’|du|des|à|au|aux',
    amount:
      'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille|million|millions|milliard|milliards|dizaine|dizaines|vingtaine|trentaine|quarantaine|cinquantaine|quinzaine|centaine|centaines|milliers|moitié|tiers|quart|double|triple',
    emphatic:
      'jamais|aucun|aucune|un seul|une seule|pas le moindre|nullement|rien|personne|pas un|pas une|nouvelle|supplémentaire',
    silence:
      'refusé de commenter|refuse de commenter|ne confirme ni|n’a pas répondu|n’ont pas répondu|pas donné suite|n’a pas souhaité|n’a pas voulu',
    ruling: 'stipule|stipulent|selon l’accord|l’accord prévoit|aux termes|article|en vertu',
    conditional:
      'serait|seraient|coûterait|coûteraient|démarrerait|permettrait|devrait|devraient|ferait|feraient|irait|iraient|viendrait|prendrait|pourrait|pourraient',
    own: 'je|j’|nous|mon|notre|nos',
    negation: 'ne|n’|pas|jamais|rien|aucun|aucune|ni|nul|nulle',
    future:
      'pourra|pourront|devrait|devraient|pourrait|pourraient|sera|seront|aura|auront|fera|feront|ira|iront|permettra|permettront|viendra|est attendu|est attendue|sont attendus|sont attendues|est prévu|est prévue|sont prévus|sont prévues|va être|vont être|prévoit de|prévoient de|envisage de|envisagent de|il y aura|risque de|risquent de',
    hearsay:
      'aurait|auraient|prétendu|prétendue|prétendument|présumé|présumée|présumés|semble|semblent|accusé de|accusée de|accusés de|accusées de|accusé d’|accusés d’|soupçonné|soupçonnée|soupçonnés|rumeurs|rumeur|selon des informations|selon les médias|selon la presse|à en croire|jugés parmi|considéré comme',
    wish: 'espère|espérons|espèrent|souhaite|souhaitons|souhaitent|il faut|faut-il|devons|veux|voulons|merci|félicitations|réclame|réclamons|appelons|invitons|nous continuerons|je demande|nous demandons|puisse|que cela|condoléances|hommage|s’engage|nous ferons|je veux|veut un',
    belief:
      'je pense|je crois|nous pensons|nous croyons|à mon avis|à notre avis|il est clair|je suis convaincu|je suis convaincue|je suis sûr|on attend de voir',
    aside:
      'anonymat|sous couvert|requis l’anonymat|a tenu à|dans un communiqué|lors d’une conférence|au micro|dans un entretien|a pu consulter|ont pu consulter|pas autorisé à',
    rank: 'premier|première|plus grand|plus grande|plus haut|plus bas|plus important|plus importante|seul|seule|unique|record|dernier|dernière|deuxième|troisième|l’un des|l’une des',
    comparison:
      'contre|soit|en hausse|en baisse|dont|afin de|afin d’|faisant|portant|provoquant|entraînant|causant|tuant|blessant|contraignant|cette|ce qui|un record|une première',
    raised:
      'interrogé|interrogée|interrogés|question|questions|rumeur|rumeurs|accusation|accusations|allégation|allégations|accuse|accusent|accusé|accusée|informations|soupçons|dément|démenti|démentent|démentant|nie|nié|nient|niant|réfute|réfuté|réfutent|rejette|rejeté|répond|polémique|controverse|prétendu|prétendue|démentie|articles de presse|infos',
    untrue:
      'faux|fausse|fausses|infondé|infondée|infondées|mensongère|mensongères|mensonger|sans fondement|inexact|inexacte|inexactes|inventé|inventée|calomnie',
    empty: 'oui|non merci|merci|bien sûr|bonjour|bonsoir|évidemment|absolument',
    judgement:
      'magnifique|important|importante|nécessaire|fier|fière|fiers|triste|heureux|heureuse|honteux|scandaleux|inacceptable|formidable|regrettable|malheureusement|heureusement|historique|excellent|excellente|juste|injuste|indigne|essentiel|essentielle|chèque en blanc|pari|égal',
  },
  guess: (key) => {
    if (/^\p{L}{3,}(?:aient|èrent|eront|iront)$/u.test(key)) return ClaimSign.verb;
    if (/^\p{L}{3,}raient$/u.test(key)) return ClaimSign.verb | ClaimSign.conditional;
    if (/^\p{L}{3,}(?:erait|irait|drait)$/u.test(key)) return ClaimSign.verb | ClaimSign.conditional;
    if (/^\p{L}{3,}(?:era|ira|dra)$/u.test(key) && !/^(?:opéra|caméra|libéra)$/u.test(key))
      return ClaimSign.verb | ClaimSign.future;
    if (
      /^\p{L}{4,}(?:eait|issait|uait|tait|vait|rait|sait|nait|lait|yait)$/u.test(key) &&
      !/^(?:portrait|attrait|extrait|retrait|souhait|parfait|bienfait|lait)$/u.test(key)
    )
      return ClaimSign.verb;
    return /^\p{L}{3,}(?:é|ée|és|ées)$/u.test(key) ? ClaimSign.participle : 0;
  },
};
