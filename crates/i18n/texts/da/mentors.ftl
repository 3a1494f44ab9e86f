# Mentorer og deres supervision.
supervision-group = Supervision i gruppe
supervision-individual = Individuel supervision
supervision-sparring = Faglig sparring
