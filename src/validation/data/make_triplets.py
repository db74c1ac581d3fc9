"""Quantiles of distributions by their 5 %, 50 % and 95 % points, written to triplet_quantiles.csv.

Made with SciPy and NumPy, without the closed forms that the program uses. A smooth triplet solves
the three conditions x(0.05), x(0.5), x(0.95) for the terms of the metalog as a linear system in the
stretched value; whether it rises is looked at on a grid of its slope. What does not rise is two
half-bells of scipy.stats.norm. A bell that is cut is found by scipy.optimize.root on the quantiles
of scipy.stats.truncnorm.

Columns: shape, its three points, the bounds (infinite where there is none), share, quantile.

Run: python3 make_triplets.py (Python 3.11, NumPy 2.4.6, SciPy 1.17.1)
"""

import csv
import numpy as np
from scipy import optimize, special, stats

INF = np.inf
SHARES = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999]


def stretch(x, least, most):
    if np.isfinite(least) and np.isfinite(most):
        return special.logit((x - least) / (most - least))
    if np.isfinite(least):
        return np.log(x - least)
    if np.isfinite(most):
        return -np.log(most - x)
    return x


def shrink(t, least, most):
    if np.isfinite(least) and np.isfinite(most):
        return least + (most - least) * special.expit(t)
    if np.isfinite(least):
        return least + np.exp(t)
    if np.isfinite(most):
        return most - np.exp(-t)
    return t


def basis(p):
    odds = special.logit(p)
    return np.array([np.ones_like(p), odds, (p - 0.5) * odds]).T


def triplet(low, value, high, least, most):
    inside = least < low < value < high < most
    if inside:
        points = np.array([stretch(x, least, most) for x in (low, value, high)])
        terms = np.linalg.solve(basis(np.array([0.05, 0.5, 0.95])), points)
        odds = np.linspace(-40, 40, 400_001)
        rising = np.array([np.ones_like(odds), odds, (special.expit(odds) - 0.5) * odds]).T
        if np.all(np.diff(rising @ terms) > 0):
            return lambda p: shrink(basis(np.array([p])) @ terms, least, most)[0]
    z = stats.norm.ppf(0.95)
    below, above = (value - low) / z, (high - value) / z
    return lambda p: np.clip(
        value + (below if p < 0.5 else above) * stats.norm.ppf(p), least, most
    )


def normal(low, high, least, most):
    def quantile(p, at):
        mean, deviation = at[0], np.exp(at[1])
        ends = (least - mean) / deviation, (most - mean) / deviation
        return stats.truncnorm.ppf(p, *ends, loc=mean, scale=deviation)

    def gap(at):
        return [quantile(0.05, at) - low, quantile(0.95, at) - high]

    start = [0.5 * (low + high), np.log((high - low) / 3.29)]
    found = optimize.root(gap, start, tol=1e-13)
    assert np.max(np.abs(gap(found.x))) < 1e-9 * (high - low)
    return lambda p: quantile(p, found.x)


CASES = [
    ("triplet", 60, 200, 645, 0, 1e6),
    ("triplet", 60, 200, 645, -INF, INF),
    ("triplet", 0.98, 0.995, 0.999, 0, 1),
    ("triplet", 1, 3, 9.4, 0, INF),
    ("triplet", 1, 3, 9.4, -INF, 10),
    ("triplet", -0.0045, -0.0032, -0.0025, -0.01, 0),
    ("triplet", 120, 128.5, 226, 0, 10_000),
    ("triplet", 15_000, 35_000, 37_000, 10, 1e9),
    ("triplet", 1, 1, 3, 0, 10),
    ("triplet", 0, 1, 3, 0, 10),
    ("normal", 500, 2_750, 5_000, 0, 1e6),
    ("normal", 0.7, 0.84, 0.98, 0.01, 1),
    ("normal", 3, 5.5, 8, -INF, INF),
    ("lognormal", 500, 1581.1388, 5_000, 0, 1e6),
    ("lognormal", 0.5, 0.66332496, 0.88, 0, 0.9),
]

with open("triplet_quantiles.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["shape", "low", "value", "high", "least", "most", "p", "quantile"])
    for shape, low, value, high, least, most in CASES:
        if shape == "triplet":
            quantile = triplet(low, value, high, least, most)
        elif shape == "normal":
            quantile = normal(low, high, least, most)
        else:
            ends = [-INF if x <= 0 else np.log(x) for x in (low, high, least, most)]
            inner = normal(*ends)
            quantile = lambda p, inner=inner: np.exp(inner(p))
        for p in SHARES:
            row = [shape, low, value, high, least, most, p, f"{quantile(p):.12g}"]
            out.writerow(row)
