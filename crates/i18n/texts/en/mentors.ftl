# Mentors and their supervision.
supervision-group = Group supervision
supervision-individual = Individual supervision
supervision-sparring = Peer sparring
