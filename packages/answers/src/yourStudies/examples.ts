/**
 * [AN-146] Public data to try the screen with; nothing in them is about spasticity. The same numbers as in the fixtures of the
 * evidence engine, which came from R's netmeta and metadat.
 */
import type { NetworkMeasure } from "@unclench/evidence";

export type StudiesExample = {
  readonly id: string;
  /** What the button says. */
  readonly name: string;
  /** What it is and where it comes from. */
  readonly about: string;
  readonly link: string;
  readonly measure: NetworkMeasure;
  readonly smallValues: "good" | "bad";
  readonly reference: string;
  readonly text: string;
};

const smoking = `study,treatment,events,n
Study 1,no contact,9,140
Study 1,individual counselling,23,140
Study 1,group counselling,10,138
Study 2,self-help,11,78
Study 2,individual counselling,12,85
Study 2,group counselling,29,170
Study 3,no contact,75,731
Study 3,individual counselling,363,714
Study 4,no contact,2,106
Study 4,individual counselling,9,205
Study 5,no contact,58,549
Study 5,individual counselling,237,1561
Study 6,no contact,0,33
Study 6,individual counselling,9,48
Study 7,no contact,3,100
Study 7,individual counselling,31,98
Study 8,no contact,1,31
Study 8,individual counselling,26,95
Study 9,no contact,6,39
Study 9,individual counselling,17,77
Study 10,no contact,79,702
Study 10,self-help,77,694
Study 11,no contact,18,671
Study 11,self-help,21,535
Study 12,no contact,64,642
Study 12,individual counselling,107,761
Study 13,no contact,5,62
Study 13,individual counselling,8,90
Study 14,no contact,20,234
Study 14,individual counselling,34,237
Study 15,no contact,0,20
Study 15,group counselling,9,20
Study 16,no contact,8,116
Study 16,self-help,19,149
Study 17,no contact,95,1107
Study 17,individual counselling,143,1031
Study 18,no contact,15,187
Study 18,individual counselling,36,504
Study 19,no contact,78,584
Study 19,individual counselling,73,675
Study 20,no contact,69,1177
Study 20,individual counselling,54,888
Study 21,self-help,20,49
Study 21,individual counselling,16,43
Study 22,self-help,7,66
Study 22,group counselling,32,127
Study 23,individual counselling,12,76
Study 23,group counselling,20,74
Study 24,individual counselling,9,55
Study 24,group counselling,3,26
`;

const bcg = `study,year,treatment,events,n
Aronson 1948,1948,BCG vaccine,4,123
Aronson 1948,1948,no vaccine,11,139
Ferguson & Simes 1949,1949,BCG vaccine,6,306
Ferguson & Simes 1949,1949,no vaccine,29,303
Rosenthal et al 1960,1960,BCG vaccine,3,231
Rosenthal et al 1960,1960,no vaccine,11,220
Hart & Sutherland 1977,1977,BCG vaccine,62,13598
Hart & Sutherland 1977,1977,no vaccine,248,12867
Frimodt-Moller et al 1973,1973,BCG vaccine,33,5069
Frimodt-Moller et al 1973,1973,no vaccine,47,5808
Stein & Aronson 1953,1953,BCG vaccine,180,1541
Stein & Aronson 1953,1953,no vaccine,372,1451
Vandiviere et al 1973,1973,BCG vaccine,8,2545
Vandiviere et al 1973,1973,no vaccine,10,629
TPT Madras 1980,1980,BCG vaccine,505,88391
TPT Madras 1980,1980,no vaccine,499,88391
Coetzee & Berjak 1968,1968,BCG vaccine,29,7499
Coetzee & Berjak 1968,1968,no vaccine,45,7277
Rosenthal et al 1961,1961,BCG vaccine,17,1716
Rosenthal et al 1961,1961,no vaccine,65,1665
Comstock et al 1974,1974,BCG vaccine,186,50634
Comstock et al 1974,1974,no vaccine,141,27338
Comstock & Webster 1969,1969,BCG vaccine,5,2498
Comstock & Webster 1969,1969,no vaccine,3,2341
Comstock et al 1976,1976,BCG vaccine,27,16913
Comstock et al 1976,1976,no vaccine,29,17854
`;

export const examples: readonly StudiesExample[] = [
  {
    id: "smoking",
    name: "Stopping smoking: 24 studies, 4 ways",
    about:
      "An example, not about spasticity: how many people stopped smoking for 6 to 12 months. Data of Hasselblad 1998 (Medical Decision Making 18:37), as in R’s netmeta.",
    link: "https://doi.org/10.1177/0272989X9801800110",
    measure: "OR",
    smallValues: "bad",
    reference: "no contact",
    text: smoking,
  },
  {
    id: "bcg",
    name: "BCG vaccine: 13 studies of one pair",
    about:
      "An example, not about spasticity: how many people got tuberculosis with and without the BCG vaccine. Data of Colditz and others 1994 (JAMA 271:698), as in R’s metadat.",
    link: "https://wviechtb.github.io/metadat/reference/dat.bcg.html",
    measure: "RR",
    smallValues: "good",
    reference: "no vaccine",
    text: bcg,
  },
];
