import { type Language } from '../language.js';

/** Word classes of French news prose: closed classes in full, open ones by frequency. */
export const frenchWords: Language['words'] = {
  preposition:
    "de d' du des à au aux en dans par pour sur sous avec sans chez vers contre entre depuis pendant après avant lors dès malgré parmi devant derrière selon comme afin face",
  time: 'veille lendemain surlendemain week-end matinée soirée aujourd hui hier demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre semaine mois année ans matin soir nuit jour jours dernier dernière récemment désormais',
  relative: 'qui dont où lequel laquelle lesquels lesquelles',
  conjunction: 'et ou ni car si lorsque quand puis alors tandis puisque ainsi',
  contrast: 'mais cependant toutefois pourtant or néanmoins',
  complementiser: "que qu'",
  negation: "ne n' pas jamais aucun aucune ni non rien personne",
  future:
    'sera seront serait seraient aura auront pourra pourront devra devront fera feront ira iront pourrait pourraient devrait devraient permettra permettront viendra prévoit prévoient prévu prévue',
  question: 'pourquoi comment combien',
  hearsay:
    'aurait auraient serait seraient prétendu prétendue prétendument présumé présumée présumés semble semblent accusé accusée accusés soupçonné soupçonnée soupçonnés supposé supposée rumeurs',
  opinion:
    'espère espérons espèrent souhaite souhaitons faut doit doivent devons malheureusement heureusement merci fier fiers fière regrette déplore magnifique important importante nécessaire veux voulons',
  firstPerson: "je j' nous notre nos mon ma mes moi me m'",
  pronoun: "lui eux il elle ils elles on nous je j' c' ce cela ceux celle celui celles",
  occasion: 'communiqué entretien interview conférence discours tweet lettre déclaration message',
  auxiliary:
    "a ont avait avaient est sont était étaient été être avoir s'est aura auraient aurait ait eu fut furent c' s' se y en l' lui leur nous",
  verb: 'a ont avait avaient est sont était étaient sera seront serait seraient aura auront aurait auraient fait font faisait fut furent peut peuvent doit doivent va vont vient viennent pourrait pourraient devrait devraient permet permettent prend prennent met mettent reste restent reçoit tient tiennent devient deviennent compte comptent représente représentent concerne concernent prévoit prévoient vise visent demande demandent veut veulent circulent abouti conduit arrivé arrivés eu pris mis été permis annoncé décidé lancé subi perdu gagné',
  role: 'pdg dg procureure magistrate magistrat avocate entrepreneur entrepreneuse hydrologue géologue climatologue épidémiologiste politologue sociologue géographe urbaniste architecte ingénieur ingénieure infirmier infirmière enseignant enseignante agriculteur agricultrice commerçant commerçante pêcheur pêcheuse retraité retraitée étudiant étudiante riverain riveraine propriétaire locataire client cliente salarié salariée employé employée ouvrier ouvrière coiffeur coiffeuse boulanger boulangère restaurateur restauratrice hôtelier hôtelière garagiste chauffeur conducteur conductrice pilote marin navigateur navigatrice athlète arbitre sélectionneur sélectionneuse attaquant attaquante défenseur gardien gardienne footballeur footballeuse nageur nageuse cycliste skipper écrivain écrivaine romancier romancière poète artiste peintre musicien musicienne chanteur chanteuse acteur actrice comédien comédienne réalisateur réalisatrice producteur productrice chorégraphe philosophe psychologue psychiatre chirurgien chirurgienne virologue biologiste chimiste physicien physicienne mathématicien spécialiste consultant consultante émissaire envoyé envoyée négociateur négociatrice médiateur médiatrice rapporteur rapporteuse diplomate attaché attachée greffier notaire policier policière gendarme enquêteur enquêtrice lieutenant sergent amiral maréchal soldat rescapé rescapée survivant survivante passant passante parent édile homologue chancelier chancelière vice-président vice-présidente ex-ministre trésorier trésorière actionnaire investisseur banquier banquière courtier numéro président présidente ministre premier secrétaire directeur directrice chef cheffe porte parole responsable député députée sénateur sénatrice maire préfet préfète procureur juge avocat avocate professeur professeure médecin docteur expert experte chercheur chercheuse économiste analyste auteur autrice dirigeant dirigeante patron patronne gérant gérante entraîneur capitaine joueur joueuse candidat candidate ambassadeur ambassadrice général colonel commandant commissaire roi reine prince pape évêque archevêque imam militant militante fondateur fondatrice rédacteur journaliste correspondant témoin habitant habitante voisin voisine père mère frère sœur fils fille épouse mari homme femme scientifique historien historienne conseiller conseillère délégué déléguée coordinateur coordinatrice officiel élu élue opposant opposante source cadre syndicaliste adjoint adjointe gouverneur représentant représentante leader',
  title: 'm mme mlle mm dr me monsieur madame mgr maître docteur professeur',
  group:
    'ouvriers infirmiers enseignants commerçants pêcheurs retraités élèves spécialistes négociateurs gendarmes soldats rescapés victimes passants clients usagers passagers supporters joueurs auteurs organisateurs secouristes soignants internautes organisations associations ong syndicats partis ministres responsables sources autorités avocats témoins habitants riverains voisins experts analystes économistes chercheurs scientifiques observateurs opposants militants manifestants enquêteurs médecins dirigeants députés sénateurs élus syndicats membres proches familles parents étudiants enseignants travailleurs salariés agriculteurs électeurs investisseurs diplomates cadres pompiers policiers magistrats juges',
  organization:
    'gouvernement ministère parlement assemblée sénat conseil comité commission tribunal cour banque fonds société entreprise groupe université institut organisation association syndicat parti office agence bureau équipe club ligue fédération armée marine police gendarmerie administration présidence mairie préfecture centre école hôpital église fondation réseau autorité direction état onu ue otan parquet justice ong fmi cei coalition opposition ambassade mouvement collectif unicef',
  media:
    'journal quotidien hebdomadaire magazine agence monde figaro libération afp reuters radio télévision chaîne site presse média médias rfi',
  document:
    'rapport étude enquête sondage document documents texte loi décret communiqué livre données chiffres article audit plainte accord',
  anonymous:
    'source sources officiel officiels responsable responsables conseiller conseillère diplomate diplomates cadre proche proches entourage interlocuteur témoin fonctionnaire fonctionnaires haut-responsable gradé officier enquêteur enquêteurs',
  allegation: 'accusations accusation allégations rumeurs rumeur informations soupçons affirmations',
  place:
    'france maroc algérie tunisie sénégal mali niger cameroun congo belgique suisse canada allemagne italie espagne russie chine japon inde iran irak israël syrie turquie égypte ukraine paris rabat alger tunis dakar bruxelles genève londres washington moscou pékin europe afrique asie kinshasa abidjan',
  modifier:
    'ancien ancienne haut haute nouveau nouvelle général générale national nationale international internationale français française américain américaine britannique allemand allemande marocain marocaine algérien algérienne tunisien ivoirien ivoirienne congolais congolaise européen européenne africain africaine local locale public publique exécutif exécutive principal principale vice ex premier première grand grande jeune',
  determiner:
    "le la les l' un une des du ce cet cette ces son sa ses leur leurs notre nos mon ma mes plusieurs certains certaines quelques deux trois quatre chaque tout tous toute toutes",
  audience: 'presse journalistes',
  adverb:
    'aussi également encore déjà toujours ensuite notamment ainsi alors enfin toutefois par ailleurs bien très plus moins récemment aussitôt longuement',
  noun: 'affaires défense santé éducation intérieur finances justice travail énergie transports sécurité droits relations études communication affaire dossier',
};
