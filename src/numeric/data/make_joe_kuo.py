#!/usr/bin/env python3
"""Makes joe_kuo.csv: direction numbers of the first 1 111 dimensions of new-joe-kuo-6.21201.

The table is that of Joe and Kuo (2008) as SciPy ships it, scipy/stats/_sobol_direction_numbers.npz.
Column `polynomial` has the coefficients of the primitive polynomial as bits, highest power first;
`initial` the first numbers m of the recurrence, as many as its degree.

Run with Python 3.11: pip install scipy==1.17.1 && python make_joe_kuo.py > joe_kuo.csv
"""

from pathlib import Path

import numpy as np
import scipy

DIMENSIONS = 1_111
HEAD = """\
First 1 111 dimensions of new-joe-kuo-6.21201, S. Joe and F. Y. Kuo (2008), from SciPy 1.17.1,
written by make_joe_kuo.py. License of the direction numbers (BSD of three clauses):

Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
All rights reserved.

Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:

    * Redistributions of source code must retain the above copyright
      notice, this list of conditions and the following disclaimer.

    * Redistributions in binary form must reproduce the above copyright
      notice, this list of conditions and the following disclaimer in the
      documentation and/or other materials provided with the distribution.

    * Neither the names of the copyright holders nor the names of the
      University of New South Wales and the University of Waikato
      and its contributors may be used to endorse or promote products derived
      from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS ``AS IS'' AND ANY
EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY
DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND
ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
(INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""


def main():
    folder = Path(scipy.__file__).parent / "stats"
    table = np.load(folder / "_sobol_direction_numbers.npz")
    for line in HEAD.splitlines():
        print(f"# {line}".rstrip())
    print("dimension,polynomial,initial")
    for at, polynomial in enumerate(table["poly"][:DIMENSIONS]):
        degree = max(int(polynomial).bit_length() - 1, 1)
        initial = " ".join(str(number) for number in table["vinit"][at][:degree])
        print(f"{at + 1},{polynomial},{initial}")


main()
