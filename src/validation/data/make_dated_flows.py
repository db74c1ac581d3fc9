"""Makes dated_flows.csv: net present value, rates of return, payback, tax and debt of dated flows, by SciPy and NumPy.

Each row is a program: a building and computers bought before they start and bought again, sales less running cost at the
ends of years, what is unused at the horizon credited there. The flows are listed one by one here, in plain Python, and
share nothing with the program: the unused part is what the equal yearly cost of the last purchase still has before it.

Rates are roots of the dated sum (scipy.optimize.brentq between all changes of sign of a grid of 20 001 points of ln(1+r)
from -3 to 3). Payback is read from a list of the balance. With tax, prices are written off in equal parts over `write_off`,
at most the life, at the ends of years of operation, what lies beyond the horizon at its value there. Carried losses are set
off against later profit, date by date. Debt is `debt_share` of each purchase, paid back in level payments (numpy_financial.pmt)
from a year after the draw on, the rest at the horizon with the interest of the part of a year; the return is that of the
owners after tax.

Run: python3 make_dated_flows.py > dated_flows.csv   (Python 3.11, SciPy 1.17.1, numpy-financial 1.0.0)
"""

import math

import numpy as np
import numpy_financial as npf
from scipy.optimize import brentq

COLUMNS = (
    "building,building_life,building_lead,computers,computers_life,computers_lead,sales,running,rate,tax,write_off,delay,"
    "debt_share,debt_rate,debt_term,"
    "npv_before_tax,rate_before_tax,payback_before_tax,npv_after_tax,rate_after_tax,npv_carried,rate_carried,rate_owners"
)
HORIZON = 15


def annuity(rate, time):
    return time if rate == 0 else (1 - (1 + rate) ** -time) / rate


def program(row):
    """(date, time that it accrues over, amount, income for tax) of all flows."""
    rate, tax = row["rate"], row["tax"]
    flows, drawn = [], []
    for name in ("building", "computers"):
        price, life, lead = row[name], row[name + "_life"], row[name + "_lead"]
        over = min(row["write_off"], life)
        for number in range(math.ceil(HORIZON / life)):
            start = number * life
            flows.append((start - lead, 0.0, -price, 0.0))
            drawn.append((start - lead, price))
            if tax == 0:
                continue
            left = HORIZON - start
            for year in range(1, int(min(over, left)) + 1):
                flows.append((start + year, 1.0, 0.0, -price / over))
            beyond = over - left
            if beyond > 0:
                flows.append((HORIZON, 0.0, 0.0, -price / over * annuity(rate, beyond)))
        rest = math.ceil(HORIZON / life) * life - HORIZON
        share = annuity(rate, rest) / annuity(rate, life)
        unused = price * (1 + rate) ** lead * share
        # after tax the rest is worth what it cost less the tax that its write-off has saved
        kept = unused - tax * price / over * annuity(rate, over) * share
        flows.append((HORIZON, 0.0, unused, (unused - kept) / tax if tax else unused))
    for year in range(1, HORIZON + 1):
        net = row["sales"] - row["running"]
        flows.append((year, 1.0, net, net))
    move = row["delay"]
    return [(at + move, over, amount, base) for at, over, amount, base in flows], [(at + move, p) for at, p in drawn]


def value(rate, flows):
    return sum(amount * (1 + rate) ** -at for at, amount in flows)


def roots(flows):
    found = []
    grid = np.linspace(-3, 3, 20001)
    values = [value(math.expm1(x), flows) for x in grid]
    for low, high, left, right in zip(grid, grid[1:], values, values[1:]):
        if left * right < 0:
            found.append(brentq(lambda x: value(math.expm1(x), flows), low, high, xtol=1e-15, rtol=1e-15))
    return [math.expm1(x) for x in found]


def payback(flows, rate):
    """First time after the first outlay at which the balance is not negative."""
    first = min(at - over for at, over, amount, _ in flows if amount < 0)
    dates = sorted({at for at, *_ in flows} | {at - over for at, over, *_ in flows})

    def balance(date, before=False):
        total = 0.0
        for at, over, amount, _ in flows:
            if over > 0:
                share = min(max((date - (at - over)) / over, 0.0), 1.0)
            else:
                share = float(at < date) if before else float(at <= date)
            total += amount * (1 + rate) ** -at * share
        return total

    for left, right in zip(dates, dates[1:]):
        if left < first:
            continue
        low, high = balance(left), balance(right, before=True)
        if left > first and low >= 0:
            return left - first
        if low < 0 <= high:
            return left + (right - left) * -low / (high - low) - first
    return dates[-1] - first if balance(dates[-1]) >= 0 else None


def taxed(flows, tax, carried):
    by_date = {}
    for at, _, _, base in flows:
        by_date[round(at, 9)] = by_date.get(round(at, 9), 0.0) + base
    pool, paid = 0.0, []
    for at in sorted(by_date):
        profit = by_date[at]
        if carried:
            profit -= pool
            pool, profit = max(-profit, 0.0), max(profit, 0.0)
        paid.append((at, -tax * profit))
    return paid


def debt(row, drawn):
    flows, interest = [], []
    end = HORIZON + row["delay"]
    for at, price in drawn:
        amount, rate = price * row["debt_share"], row["debt_rate"]
        level = -npf.pmt(rate, row["debt_term"], amount)
        flows.append((at, amount))
        owed, last = amount, at
        for number in range(1, row["debt_term"] + 1):
            date = at + number
            if date > end + 1e-9:
                cost = owed * ((1 + rate) ** (end - last) - 1)
                flows.append((end, -owed - cost))
                interest.append((end, 0.0, -cost, -cost))
                break
            cost = owed * rate
            flows.append((date, -level))
            interest.append((date, 0.0, -cost, -cost))
            owed, last = owed - (level - cost), date
    return flows, interest


def shown(found):
    return "" if found is None else f"{found:.15g}"


def one(rates):
    return rates[0] if len(rates) == 1 else None


def row_of(inputs):
    row = dict(zip(COLUMNS.split(",")[:15], inputs))
    flows, drawn = program(row)
    cash = [(at, amount) for at, _, amount, _ in flows]
    after = cash + taxed(flows, row["tax"], False)
    carried = cash + taxed(flows, row["tax"], True)
    borrowed, interest = debt(row, drawn)
    owners = cash + borrowed + taxed(flows + interest, row["tax"], False)
    found = [
        value(row["rate"], cash),
        one(roots(cash)),
        payback(flows, row["rate"]),
        value(row["rate"], after),
        one(roots(after)),
        value(row["rate"], carried),
        one(roots(carried)),
        one(roots(owners)),
    ]
    return ",".join([repr(entry) for entry in inputs] + [shown(entry) for entry in found])


print(COLUMNS)
for inputs in [
    (13.0, 15, 1.0, 32.3, 5, 0.25, 18.5356, 0.0, 0.103, 0.0, 5.0, 0.0, 0.6, 0.07, 10),
    (13.0, 15, 0.99, 32.3, 5, 0.25, 18.5356, 0.0, 0.103, 0.0, 5.0, 0.0, 0.6, 0.07, 10),
    (13.0, 15, 1.0, 32.3, 5, 0.25, 16.0, 4.5, 0.103, 0.0, 5.0, 0.0, 0.6, 0.07, 10),
    (13.0, 15, 1.0, 32.3, 5, 0.25, 18.5356, 0.0, 0.103, 0.21, 5.0, 0.0, 0.6, 0.07, 10),
    (13.0, 20, 1.7, 32.3, 4, 0.4, 22.0, 1.5, 0.08, 0.3, 6.0, 0.0, 0.4, 0.09, 7),
    (40.0, 30, 2.5, 10.0, 6, 0.0, 11.0, 0.7, 0.05, 0.25, 15.0, 2.3, 0.7, 0.05, 20),
    (0.0, 15, 0.0, 30.0, 15, 0.0, 4.0, 0.0, 0.0, 0.0, 5.0, 0.0, 0.5, 0.04, 12),
    (5.0, 15, 3.0, 60.0, 15, 1.0, 12.0, 2.0, 0.12, 0.21, 4.0, 0.7, 0.8, 0.1, 15),
    (13.0, 15, 1.0, 32.3, 5, 0.25, 9.0, 1.0, 0.103, 0.21, 5.0, 0.0, 0.3, 0.07, 5),
]:
    print(row_of(inputs))
