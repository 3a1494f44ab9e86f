# Units that give mentor support.
unit-kind-internal = Internal
unit-kind-project = Project
unit-kind-supplier = Supplier
unit-kind-voluntary = Voluntary
unit-none = No unit
