# Enheder, der giver mentorstøtte.
unit-kind-internal = Intern
unit-kind-project = Projekt
unit-kind-supplier = Leverandør
unit-kind-voluntary = Frivillig
unit-none = Ingen enhed
