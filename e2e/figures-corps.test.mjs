import { figureTests } from './figure.mjs';

figureTests('corps', '/figures/corps', /timepris/, { wrong: ['weekly', 'abc'], counts: false, costs: true });
