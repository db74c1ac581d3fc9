"""Makes parts_lost.csv: parts that a dose ends, by SciPy's own distribution and quadrature.

Columns: spread of the logarithm of the failure dose (1), dose over its median (1), share of the parts whose failure dose
lies below the dose (1), mean share of the parts at work while the dose grows evenly from zero to it (1).

Run: python3 make_parts_lost.py > parts_lost.csv   (Python 3.11, SciPy 1.17.1)
"""

from scipy.integrate import quad
from scipy.stats import lognorm

print("spread,dose_over_median,lost,mean_working")
for spread in (0.05, 0.11, 0.3, 0.8, 2.0):
    parts = lognorm(s=spread)
    for dose in (0.02, 0.1, 0.3, 0.6, 0.9, 1.0, 1.1, 1.5, 3.0, 10.0, 100.0):
        middle = [x for x in (0.7, 0.9, 1.0, 1.1, 1.4, 3.0) if x < dose]
        working, _ = quad(parts.sf, 0.0, dose, points=middle or None, epsabs=0, epsrel=1e-13, limit=500)
        print(f"{spread!r},{dose!r},{parts.cdf(dose):.15g},{working / dose:.15g}")
