import { ClaimSign, type ClaimLexicon } from '../claim-sign.js';
import { frenchVerbs } from './verbs.js';

/** Forms of the commonest verbs outside the third person, and what stands for one. */
const EVERYDAY =
  'ai|as|avons|avez|avions|suis|es|sommes|êtes|étions|vais|allons|peux|pouvons|veux|dois|devons|fais|faisons|il y a|y a|voici|voilà';

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
    verb: [EVERYDAY, ...frenchVerbs.sure].join('|'),
    looseVerb: frenchVerbs.loose.join('|'),
    plainVerb: frenchVerbs.loose.join('|'),
    leads: 'ne|n’|se|s’|je|j’|tu|il|ils|on|y',
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
    conditional: frenchVerbs.conditional.filter((form) => !/^(?:aur|voudr)/u.test(form)).join('|'),
    own: 'je|j’|nous|mon|notre|nos',
    negation: 'ne|n’|pas|jamais|rien|aucun|aucune|ni|nul|nulle',
    future: `${frenchVerbs.future.join('|')}|devrait|devraient|pourrait|pourraient|est attendu|est attendue|sont attendus|sont attendues|est prévu|est prévue|sont prévus|sont prévues|va être|vont être|prévoit de|prévoient de|envisage de|envisagent de|il y aura|risque de|risquent de`,
    hearsay:
      'aurait|auraient|prétendu|prétendue|prétendument|présumé|présumée|présumés|semble|semblent|accusé de|accusée de|accusés de|accusées de|accusé d’|accusés d’|soupçonné|soupçonnée|soupçonnés|rumeurs|rumeur|selon des informations|selon les médias|selon la presse|à en croire|jugés parmi|considéré comme',
    wish: 'il faudra|il faudrait|exhorte|exhortons|plaide pour|plaidons|encourage|encourageons|j’invite|j’appelle|appelle à|appellent à|invite à|invitent à|ferons tout|veillerons|travaillerons|je vous|remercie|remercions|salue|saluons|félicite|félicitons|souhaiterais|aimerais|aimerions|voudrais|voudrions|espère|espérons|espèrent|souhaite|souhaitons|souhaitent|il faut|faut-il|devons|veux|voulons|merci|félicitations|réclame|réclamons|appelons|invitons|nous continuerons|je demande|nous demandons|puisse|que cela|condoléances|hommage|s’engage|nous ferons|je veux|veut un',
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
      'magnifique|important|importante|nécessaire|fier|fière|fiers|triste|heureux|heureuse|honteux|scandaleux|inacceptable|formidable|regrettable|malheureusement|heureusement|historique|excellent|excellente|juste|injuste|indigne|essentiel|essentielle|chèque en blanc|pari|égal|beau|belle|bon sens|mauvais|génial|superbe|merveilleux|merveilleuse|terrible|horrible|affreux|honte|courage|courageux|courageuse|digne|fierté|bonheur|plaisir|joie|déçu|déçue|déçus|satisfait|satisfaite|satisfaits|ravi|ravie|ravis|content|contente|contents|inquiet|inquiète|inquiets|soulagé|soulagée|soulagés|ambitieux|ambitieuse|exemplaire|remarquable|extraordinaire|exceptionnel|exceptionnelle|incroyable|impressionnant|impressionnante|inadmissible|insupportable|intolérable|lamentable|pitoyable|absurde|ridicule|stupide|lâche|irresponsable|indispensable|primordial|primordiale|crucial|cruciale|vital|vitale|raisonnable|souhaitable|préférable|louable|positif|positive|pertinent|pertinente|efficace|utile|inutile|intéressant|intéressante|symbole|défi|enjeu|enjeux|pilier|fondamental|fondamentale|doit|doivent|devez|il convient|nécessité|mérite|méritent|impératif|impérative|urgent de|temps de|prêt à|prêts à|déterminé|déterminée|déterminés|volonté|conscience|solidarité|espoir',
  },
  guess: (key) => {
    if (/^\p{L}{3,}(?:aient|èrent|eront|iront)$/u.test(key)) return ClaimSign.verb;
    if (/^\p{L}{3,}raient$/u.test(key)) return ClaimSign.verb | ClaimSign.conditional;
    if (/^\p{L}{3,}(?:erait|irait|drait)$/u.test(key)) return ClaimSign.verb | ClaimSign.conditional;
    if (/^\p{L}{3,}(?:ons|ez)$/u.test(key)) return ClaimSign.plainVerb;
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
