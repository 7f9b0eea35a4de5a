import { type Language } from '../language.js';

/** Words that make a claim worth checking, or not, by topic. */
export const frenchTopics: Language['topics'] = {
  money:
    'million millions milliard milliards euro euros dollar dollars francs fcfa budget dette impôt impôts prix inflation économie croissance pib coût fonds ventes bénéfice pertes financement salaires',
  casualties:
    'tué tués mort morts décès blessé blessés victimes victime assassiné meurtre infectés virus maladie suicide attentat attaque',
  law: 'loi tribunal cour jugement procès condamné condamnée condamnés accord traité contrat signé vote élection élections interdiction sanctions arrestation arrêtés arrêté enquête poursuites prison décret plainte justice procureur détenus',
  conflict: 'guerre armée troupes missiles armes bombardement forces milices rebelles offensive terroriste',
  politics:
    'président ministre gouvernement parlement parti opposition politique sécurité frontière frontières immigration réfugiés négociations',
  accusation:
    'accusé accuse accusent accusation accusations corruption fraude détournement détourné torture abus violations mensonge menti illégal illégale illégalement blanchiment trafic secret secrète caché cacher dissimulé scandale malversations complicité conforme non-conforme truqué',
  record: 'premier première plus moins record jamais seul seule',
  cause: 'cause raison suite dû due provoqué entraîné',
  quantity:
    '% pourcent pourcentage moitié tiers quart majorité milliers centaines dizaines nombre personnes habitants salariés emplois tonnes kilomètres hectares mètres mégawatts foyers familles patients élèves points taux moyenne postes manifestants',
  vague: 'rencontre rencontré visite participé important espoir peut-être cérémonie accueil échanges ambition valeurs',
  health:
    'santé hôpital hôpitaux patient patients maladie virus infection vaccin vaccins médicament médicaments cancer épidémie pandémie covid coronavirus médecin médecins traitement grippe toxique pollution sanitaire vaccination dose doses',
  deal: 'accord contrat contrats traité convention fusion acquisition vente vendu acheter achat rachat marché appel offres bail licence investissement financement fonds subvention prêt exportation exportations importations signé signature redevance',
  act: 'interdit interdiction approuvé rejeté ordonné signé adopté voté nommé limogé démissionné arrêté inculpé condamné jugé poursuivi fermé ouvert suspendu annulé supprimé réduit augmenté élu lancé retiré imposé levé oblige autorise permet prévoit fixe crée décidé décision abrogé rappelé expulsé enquête examen mis suppression',
  change:
    'hausse baisse augmenté augmentation diminué diminution reculé recul progressé progression chuté chute doublé triplé grimpé bondi plongé croissance perdu gagné dépassé dépasse dépassera',
  harm: 'risque danger dégâts crise pénurie inondation inondations incendie séisme catastrophe effondrement effondré pollution pauvreté chômage déplacés faim famine sécheresse fuite contaminé défaillance manquements manquement retard retards explosion accident victimes coupure',
  scene:
    'rencontre rencontré visite visité arrivé assis debout souri échangent échangé posent saluent cérémonie accueil regardent attend photo pose marché réunis réunion assisté participé répond partagés',
};
