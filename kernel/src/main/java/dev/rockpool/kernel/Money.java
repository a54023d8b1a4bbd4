package dev.rockpool.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/// An exact amount of one currency.
///
/// Nothing rounds it but [#rounded] and [#display], which are for the eye: sums are made of exact amounts.
/// Two amounts are equal when they are worth the same (`1.50` equals `1.5`): trailing zeros are dropped.
///
/// @param amount any exact decimal, a credit is negative
/// @param currency ISO 4217
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    public static final Currency USD = Currency.getInstance("USD");

    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /// `amount` US dollars.
    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// The exact sum.
    ///
    /// @throws IllegalArgumentException if `other` is of another currency
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other)), currency);
    }

    /// The exact difference, which may be negative.
    ///
    /// @throws IllegalArgumentException if `other` is of another currency
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other)), currency);
    }

    /// This amount `factor` times, exactly.
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /// This amount at the currency's smallest coin (cents for USD), a half rounded away from zero.
    public Money rounded() {
        return new Money(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }

    /// Every digit of the amount, without the currency: `0.675`.
    public String plain() {
        return Decimals.plain(amount);
    }

    /// The amount for the eye: whole coins, thousands apart, and the currency (`1,215.54 USD`), or
    /// `under 0.01 USD` for what would round to nothing but is something.
    public String display() {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal coins = amount.setScale(digits, RoundingMode.HALF_UP);
        if (coins.signum() == 0 && amount.signum() > 0) {
            return "under " + BigDecimal.ONE.movePointLeft(digits).toPlainString() + " " + currency;
        }
        return String.format(Locale.ROOT, "%,." + digits + "f", coins) + " " + currency;
    }

    /// Orders by amount.
    ///
    /// @throws IllegalArgumentException if `other` is of another currency
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other));
    }

    /// Every digit and the currency: `0.675 USD`.
    @Override
    public String toString() {
        return plain() + " " + currency;
    }

    private BigDecimal sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be added or compared.");
        }
        return other.amount;
    }
}
