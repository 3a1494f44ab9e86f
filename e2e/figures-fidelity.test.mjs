import { figureTests } from './figure.mjs';

figureTests('fidelity', '/figures/fidelity', /modellen/);
