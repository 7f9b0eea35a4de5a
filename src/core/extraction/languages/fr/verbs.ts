/** A verb's forms of the third person: those that can be nothing else, and those that may be a noun or an adjective. */
export interface FrenchForms {
  readonly sure: readonly string[];
  readonly loose: readonly string[];
  readonly future: readonly string[];
  readonly conditional: readonly string[];
}

/** Stems in "-er"; after a bar the stem before a silent ending («rappell», «considèr»). */
const ER =
  'abandonn abord abrit accapar accept accompagn accord accueil accumul accus acquitt actionn activ adapt administr admir adopt adress affect affich affirm affront aggrav agit aid ajout alert aliment align allou alter/altèr amarr ambitionn amélior aménag amen/amèn amorc amplifi amput anim annonc annul anticip apais appel/appell appliqu apport appréci approch approuv appuy/appui arbitr arm arrach arrêt arriv aspir assign assist associ assum assur attaqu attest attir attrap attribu augment autoris avanc avou bais baiss balay/balai bascul bénéfici bless bloqu bombard boulevers bouscul boycott bris brûl cach calcul cambriol camp captur caractéris cass caus cess chang chant charg chass chauff cherch chiffr chut circul cit class clôtur coexist cohabit coiff collabor collect coll combl command commémor commenc comment commerc communiqu compar compens compliqu complét/complèt comport compos compt concentr concern concili concurrenc condamn confi confirm confisqu conjugu connect consacr conseil/conseill conserv considér/considèr consol consolid conspir constat constitu consult consomm contamin contempl content contest continu contraign contrast contrôl convoqu coopér/coopèr coordonn corrobor côtoy/côtoi coul coup coût craqu cré creus critiqu crois cultiv cumul dat débarqu débloqu débord débouch débours début décern décid déclar déclench déclin décoll décour décroch dédi défi défil dégag dégrad délivr délocalis demand démarr déménag demeur démissionn démontr dénonc dépass dépêch dépens déplac déplor déploy/déploi dépos dérang dérap dérob désert désign désir dessin détect détériora détermin détest détourn devanc dévast développ dévers dévoil dialogu dict différ/diffèr diffus digér/digèr dilapid dimin diminu dirig discut dispens dispers dispos disput disqualifi dissimul dissip distanc distingu distribu divis divorc divulgu domin donn dop dot doubl dout dress échang échapp échou éclair éclat économis écart écras édict effac effar effectu effondr égal égalis élabor élargi électris élev/élèv élimin éloign éman embarqu embauch émigr emmen/emmèn empêch empir emploi/emploi emport emprisonn emprunt encadr encaiss encercl enchaîn encourag endett endommag enfl enferm engag engendr enlev/enlèv enquêt enregistr enseign entam entour entr entraîn entrav envisag envoy/envoi épargn épingl équip érod escort espér/espèr essay/essai essouffl estim étal étouff étudi évacu évalu évit évolu évoqu exacerb examin excell exclu excus exécut exempt exerc exhort exig exil exist expériment expir expliqu exploit explor explos export expos exprim expuls extrad fabriqu facilit factur fascin favoris félicit ferm filtr financ fix flamb fonctionn fond forc form formul fouill fourmill franch frapp frein fréquent frôl fum fusionn gagn gard gaspill gér/gèr gliss goût gouvern gratifi grav grèv grignot grimp habit harcel/harcèl hérit hésit héberg/héberg heurt honor humili identifi ignor illumin illustr immigr immobilis impact impliqu implor import impos improvis inaugur incarn incit inclin incomb incrimin inculp indemnis indiqu industrialis infest infiltr inflig inform initi inject innov inond inquiét/inquièt insist inspect inspir install instaur intégr/intègr intensifi interpell interpret/interprèt interrog intervi interview intimid inton inven invent invers investig invit invoqu irrigu isol jalonn jet/jett jou jug jur justifi kidnapp lament lanc laiss lav légalis légifér/légifèr lev/lèv libér/libèr licenci limit limog liquid livr localis log louch lou lutt maîtris malmen/malmèn mand mang manifest manipul manqu march marginalis mari marqu martel/martèl massacr matérialis médiatis méfi mélang menac men/mèn mentionn mérit mesur milit mis mobilis modernis modifi moqu monopolis montr mont motiv multipli murmur nationalis navigu nécessit néglig négoci neutralis nomm normalis not noy/noi observ obtemper/obtempèr occasionn occup octroy/octroi offici opér/opèr oppos ordonn organis orient os oscill ouvrag parl parrain partag particip pass patrouill pay/pai pein pench pens perç percut perdur permut perpétu persist perturb pes/pès pilot pioch piqu plac plafonn plaid plan plant pleur plong point poignard pointent pollu port pos possèd postul pourchass pratiqu précéd/précèd précipit précis préconis prédomin préfér/préfèr prélev/prélèv prépar présent préserv press prêt prim privatis priv privilégi proclam procur profess profit programm progress projet/projett prolong promulgu prôn propag propos prospér/prospèr protég/protèg prouv provoqu publi puis purg qualifi question quitt racont raffin rachet/rachèt ramass ramen/ramèn ranim rappel/rappell rapport rapproch rassembl rassur rat ravag ravitaill réalis recens recherch récit réclam récolt récompens recrut recul récupér/récupèr récus recycl redémarr rédig redistribu redonn redout redress réfut/réfut refus regagn regard réglement regl/règl/règl régn/règn regrett regroup rehauss rejet/rejett relanc relat relay/relai relev/relèv remarqu rembours remont remport remplac rémunér/rémunèr renforc renonc renouvel/renouvell rentr renvers renvoy/renvoi répar report repos repouss représent reproch répugn réquisitionn respect respir ressembl rest restaur résult résum retard retir retomb retourn retrac retrouv révél/révèl revendiqu révis révolt révoqu rêv ridiculis risqu rivalis rong roul ruin saboter sabot saccag saign salu sanction satur sauv secou séjourn sembl séquestr serr sign signal signifi simplifi simul situ sollicit somm sond sonn soulag soulev/soulèv soulign souhait soupçonn stabilis stagn stationn statu stimul stipul stock stopp subsist subventionn succéd/succèd suffoqu suggér/suggèr supervis supplant support supprim suppos surcharg surmont surnomm survol suscit suspect symbolis tabl tard tax téléphon télécharg témoign tempér/tempèr tent termin test timbr tir tolér/tolèr tomb torpill tortur touch tourn trac traîn trait tranch transfer/transfèr transform transit transmet transpir transport travaill travers trébuch trembl trich tripl tromp trouv utilis vaccin valid vant veill véhicul vers vid vir vis visit vivifi vol vot voyag vulgaris hauss dans fêt guett frustr repêch peaufin rétorqu sanglot accentu atténu affaiss dégringol culmin avoisin excéd/excèd écop embras gel/gèl gren hach implos lapid légitim mijot orchestr ostracis plagi prénomm propuls quadril rapatri recouvr réfugi regorg repli résid ruisse sabord sillonn succomb surveill talonn tabass traqu vandalis ventil verrouill épong essuy/essui étrenn achev/achèv crév/crèv lég/lèg délaiss dédommag détaill dédouan égrén/égrèn empiét/empièt évangélis exaspér/exaspèr fédér/fédèr fraud gên indign inculqu irrit lamin manœuvr mendi minimis opt patient persécut pirat plébiscit pomp ramp ratifi rationn réaménag recommand remani remerci résist rétrocéd/rétrocèd sombr tourment trôn écrou écoul abrog afflig ajourn allong amass amend arpent assaill assassin assimil attard attabl avort brass brav brouill butin calm capitul captiv cautionn célébr/célèbr cern chiffonn chorégraphi cibl claqu commandit conditionn confront congédi contourn contrari convi corrig cotis cramponn dépouill dépist déplum dérog désavou déstabilis détrôn dévalis dissuad écoeur édifi éduqu égar endeuill énerv envenim épaul épous érig esquiv estomp évapor éveill exalt extirp falsifi fauch faufil ferraill feuillet figur fluctu focalis fragilis glan grimac group gris horrifi hypothéqu idéalis immol incendi invalid jongl libéralis lorgn magouill marchand migr mouill nag obstru offens opprim ovationn palli parachut pardonn patin pêch planifi pleurnich poireaut polaris positionn précaris prédestin présag quémand radi raisonn rallum rassasi réchauff récidiv réconcili rééquilibr réexamin réform réimplant réinstall réinvent relax relâch relégu remédi remorqu rénov réorganis repér/repèr répét/répèt répercut repositionn résonn rétrograd réunifi revaloris rod saut sculpt sécuris sensibilis sous-estim spécul squatt sursaut taill tann tapiss terroris tiss totalis tranquillis troqu truqu usurp vadrouill vagu vénér/vénèr vérifi vocifér revent'.split(
    ' ',
  );

/** Stems of verbs in "-ir" that take "-iss-". */
const IR =
  'abol about accompl adouc affaibl affranch aggrand agr alourd amoindr anéant aplat applaud appauvr approfond assain assombr assouv assujett atterr avert bann bât blanch bond brand chér chois chois compat convert défin défra démol désobé durc éclairc élarg embell engloutit enrich envah établ évanou faibl fin fléch fleur fourn franch garant glap grand grav guér haïss hon infléch intervert invest jaill maigr mûr munn nourr nui obé pâl pér périr pourr pun raccourc rafra raid raj ralent rebond réfléch réinvest rempl renchér répart resplend rétabl retent réuss réun roug rug sais sal sév subvert sub surg ternn trah uniform un vieill vom'.split(
    ' ',
  );

/** Stems of verbs in "-re" like «vendre». */
const RE =
  'vend rend perd attend entend répond dépend défend descend suspend tend étend prétend fond confond répand pend mord tord revend'.split(
    ' ',
  );

/** Third persons of the irregular verbs, then the stem of their future. */
const IRREGULAR =
  'prend prennent prenait prenaient prit prirent:prendr|apprend apprennent apprenait apprirent:apprendr|comprend comprennent comprenait comprenaient:comprendr|reprend reprennent reprenait reprit:reprendr|surprend surprennent:surprendr|entreprend entreprennent:entreprendr|met mettent mettait mettaient mirent:mettr|permet permettent permettait permettaient permit:permettr|promet promettent promettait promirent:promettr|remet remettent remettait:remettr|soumet soumettent soumettait:soumettr|transmet transmettent transmettait:transmettr|commet commettent commettait:commettr|admet admettent admettait:admettr|émet émettent émettait:émettr|compromet compromettent:compromettr|vient viennent venait venaient vint vinrent:viendr|revient reviennent revenait revinrent:reviendr|devient deviennent devenait devinrent:deviendr|parvient parviennent parvenait parvint:parviendr|intervient interviennent intervenait intervint:interviendr|provient proviennent provenait:proviendr|survient surviennent survint:surviendr|convient conviennent convenait:conviendr|prévient préviennent prévenait:préviendr|tient tiennent tenait tenaient tint tinrent:tiendr|obtient obtiennent obtenait obtint:obtiendr|détient détiennent détenait détenaient:détiendr|contient contiennent contenait:contiendr|maintient maintiennent maintenait:maintiendr|retient retiennent retenait:retiendr|soutient soutiennent soutenait:soutiendr|appartient appartiennent appartenait:appartiendr|entretient entretiennent entretenait:entretiendr|reçoit reçoivent recevait recevaient reçut:recevr|perçoit perçoivent percevait:percevr|conçoit conçoivent:concevr|déçoit:décevr|aperçoit aperçoivent:apercevr|voit voient voyait voyaient virent:verr|revoit revoient:reverr|prévoit prévoient prévoyait prévoyaient:prévoir|croit croient croyait croyaient:croir|boit boivent buvait:boir|sait savent savait savaient:saur|veut veulent voulait voulaient:voudr|peut peuvent pouvait pouvaient:pourr|doit doivent devait devaient:devr|va vont allait allaient:ir|vaut valent valait:vaudr|faut fallait:faudr|court courent courait coururent:courr|parcourt parcourent:parcourr|meurt meurent mourait moururent:mourr|vit vivent vivait vivaient vécut:vivr|suit suivent suivait suivaient suivirent:suivr|poursuit poursuivent poursuivait:poursuivr|survit survivent:survivr|écrit écrivent écrivait:écrir|inscrit inscrivent:inscrir|décrit décrivent:décrir|souscrit souscrivent:souscrir|lit lisent lisait:lir|élit élisent:élir|rit rient:rir|sourit sourient souriait:sourir|conduit conduisent conduisait:conduir|produit produisent produisait:produir|réduit réduisent réduisait:réduir|introduit introduisent:introduir|traduit traduisent:traduir|construit construisent construisait:construir|détruit détruisent détruisait:détruir|séduit séduisent:séduir|nuit nuisent:nuir|craint craignent craignait craignaient:craindr|contraint contraignent:contraindr|plaint plaignent:plaindr|atteint atteignent atteignait:atteindr|éteint éteignent:éteindr|rejoint rejoignent rejoignait:rejoindr|joint joignent:joindr|peint peignent:peindr|naît naissent naquit:naîtr|paraît paraissent paraissait:paraîtr|apparaît apparaissent apparaissait:apparaîtr|disparaît disparaissent disparaissait:disparaîtr|connaît connaissent connaissait connaissaient connut:connaîtr|reconnaît reconnaissent reconnaissait:reconnaîtr|fait font faisait faisaient fit firent:fer|défait:défer|satisfait satisfont:satisfer|dort dorment dormait:dormir|sort sortent sortait sortaient:sortir|part partent partait partaient:partir|repart repartent:repartir|sert servent servait servaient:servir|sent sentent sentait:sentir|ressent ressentent:ressentir|consent consentent:consentir|ment mentent mentait:mentir|offre offrent offrait offrirent:offrir|souffre souffrent souffrait souffraient:souffrir|ouvre ouvrent ouvrait ouvrirent:ouvrir|rouvre rouvrent:rouvrir|couvre couvrent couvrait:couvrir|découvre découvrent découvrait:découvrir|recouvre recouvrent:recouvrir|fuit fuient fuyait fuyaient:fuir|acquiert acquièrent:acquerr|requiert requièrent:requerr|conquiert:conquerr|bat battent battait battirent:battr|combat combattent combattait:combattr|abat abattent:abattr|débat débattent:débattr|convainc convainquent:convaincr|vainc:vaincr|rompt rompent:rompr|interrompt interrompent:interrompr|suffit suffisent suffisait:suffir|plaît plaisent plaisait:plair|tait taisent:tair|exclut excluent excluait:exclur|conclut concluent concluait:conclur|inclut incluent:inclur|résout résolvent:résoudr|dissout dissolvent:dissoudr|extrait extraient:extrair|distrait:distrair|jette jettent:jetter|pleut pleuvait:pleuvr|envoie envoient:enverr|renvoie renvoient:renverr|assied:assiér|maudit maudissent:maudir|prédit prédisent:prédir|interdit interdisent interdisait:interdir|contredit contredisent contredisait:contredir|dit disent disait disaient dirent:dir|est sont était étaient fut furent:ser|a ont avait avaient eut eurent:aur|agit agissent agissait:agir|s’agit:agir|finit finissent finissait:finir|émeut émeuvent:émouvr|promeut promeuvent:promouvr';

/** Third persons that are as often a noun or an adjective. */
const ALSO_NOUNS = new Set(
  'produit produits réduit réduits inscrit écrit écrits construit détruit traduit conduit introduit craint contraint atteint joint peint éteint plaint extrait distrait débat combat part sort court vit suit fait faits nuit dit dits interdit prédit maudit rit sent ment lit satisfait souscrit décrit défait vaut voit mort point fin tu vont parent content violent excellent président résident adhérent affluent influent ferment reste restent couvent évident divergent convergent négligent urgent équivalent tait pari paris ras port dore fond pend tend entend permit promit reprit acquit virent'.split(
    ' ',
  ),
);

const SILENT = /(?:c|g)$/u;

function regular(pair: string): FrenchForms {
  const [stem = '', ...others] = pair.split('/');
  const strong = others.at(-1) ?? stem;
  const soft = SILENT.test(stem) ? (stem.endsWith('g') ? `${stem}e` : `${stem.slice(0, -1)}ç`) : stem;
  // «cède», «cédera»; «appelle», «appellera».
  const later = /[ée][^aeiouéè]*$/u.test(stem) && /è/u.test(strong) && stem.includes('é') ? stem : strong;
  return {
    sure: [`${strong}ent`, `${soft}ait`, `${soft}aient`, `${stem}èrent`],
    loose: [`${strong}e`],
    future: [`${later}era`, `${later}eront`],
    conditional: [`${later}erait`, `${later}eraient`],
  };
}

const second = (stem: string): FrenchForms => ({
  sure: [`${stem}it`, `${stem}issent`, `${stem}issait`, `${stem}issaient`, `${stem}irent`],
  loose: [],
  future: [`${stem}ira`, `${stem}iront`],
  conditional: [`${stem}irait`, `${stem}iraient`],
});

const third = (stem: string): FrenchForms => ({
  sure: [stem, `${stem}ent`, `${stem}ait`, `${stem}aient`, `${stem}irent`],
  loose: [],
  future: [`${stem}ra`, `${stem}ront`],
  conditional: [`${stem}rait`, `${stem}raient`],
});

function listed(row: string): FrenchForms {
  const [forms = '', later = ''] = row.split(':');
  return {
    sure: forms.split(' '),
    loose: [],
    future: [`${later}a`, `${later}ont`],
    conditional: [`${later}ait`, `${later}aient`],
  };
}

const VERBS = [...ER.map(regular), ...IR.map(second), ...RE.map(third), ...IRREGULAR.split('|').map(listed)];
const all = (of: keyof FrenchForms): string[] => VERBS.flatMap((forms) => forms[of]);

/** Forms of the everyday verbs: finite wherever they stand, finite beside certain words only, future, conditional. */
export const frenchVerbs: FrenchForms = {
  sure: [...all('sure').filter((form) => !ALSO_NOUNS.has(form)), ...all('future'), ...all('conditional')],
  loose: [...all('loose'), ...all('sure').filter((form) => ALSO_NOUNS.has(form))],
  future: all('future'),
  conditional: all('conditional'),
};
