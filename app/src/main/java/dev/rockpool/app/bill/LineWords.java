package dev.rockpool.app.bill;

import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.scenario.LineKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a line of a bill is called, and its quantity, as people say it.
public final class LineWords {
    private static final Pattern COUNTED = Pattern.compile("^(1000|10000|100000|1e6)(?: (.*))?$");
    private static final Pattern FAMILY = Pattern.compile(
            "^(storage|request\\.PUT_COPY_POST_LIST|request\\.GET_SELECT_other|request\\.LIFECYCLE_TRANSITION_INTO"
                    + "|retrieval_request|retrieval|monitoring)\\.([A-Z_]+)(?:\\.([A-Za-z]+))?$");
    private static final Pattern ITEM = Pattern.compile("(\\w+) \"([\\w.]+)\"");
    private static final BigDecimal THOUSAND = new BigDecimal(1_000);
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private final Texts texts;

    public LineWords(Texts texts) {
        this.texts = texts;
    }

    /// The name of a line: `transition requests into Deep Archive`.
    public String name(LineKey key) {
        String name = family(key)
                .or(() -> texts.find("costs.line." + key.service() + "." + slug(key.item())))
                .orElseGet(
                        () -> texts.get("costs.line", key.service(), key.item().replace('_', ' ')));
        return key.about().isEmpty() ? name : texts.get("costs.line.about", name, key.about());
    }

    /// The name as a heading: its first letter is large.
    public String title(LineKey key) {
        return begun(name(key));
    }

    private String begun(String words) {
        return words.substring(0, 1).toUpperCase(texts.locale()) + words.substring(1);
    }

    /// A sentence of the price book, not empty, in which items have the names of their lines: `VPC "nat_gateway.hour"`
    /// is what a
    /// usage file calls it, and nobody who looks at a bill.
    public String sentence(String sentence, PriceBook book) {
        return begun(ITEM.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(
                        book.items(found.group(1)).contains(found.group(2))
                                ? '"' + name(new LineKey(found.group(1), found.group(2), "")) + '"'
                                : found.group())));
    }

    private Optional<String> family(LineKey key) {
        Matcher item = FAMILY.matcher(key.item());
        if (!key.service().equals("S3") || !item.matches()) {
            return Optional.empty();
        }
        String tier = item.group(3) == null
                ? ""
                : texts.find("costs.option." + item.group(3)).orElse(item.group(3));
        String storageClass = texts.get("costs.option." + item.group(2)) + (tier.isEmpty() ? "" : ", " + tier);
        return texts.find("costs.line.S3." + slug(item.group(1)), storageClass);
    }

    /// A quantity in words: 6200 of `1000 requests` are `6.2 million requests`, 49 of `GB-Mo` `49 GB-months`.
    public String quantity(BigDecimal quantity, String unit, LineKey key) {
        Matcher counted = COUNTED.matcher(unit);
        if (!counted.matches()) {
            String word = texts.find("costs.unit." + slug(unit)).orElse(unit);
            return texts.get("costs.quantity", number(quantity), word);
        }
        BigDecimal things = quantity.multiply(new BigDecimal(counted.group(1)));
        String thing = key.item().contains("TRANSITION")
                ? "objects"
                : Optional.ofNullable(counted.group(2)).orElse("requests");
        return texts.get(
                "costs.quantity",
                number(things),
                texts.find("costs.unit." + slug(thing)).orElse(thing));
    }

    /// A number for the eye: three digits from a thousand up, millions and billions in words.
    public String number(BigDecimal number) {
        BigDecimal size = number.abs();
        for (int power = 3; power > 1; power--) {
            BigDecimal step = THOUSAND.pow(power);
            if (size.compareTo(step) >= 0) {
                return texts.get(
                        "costs.number." + power,
                        shown(number.divide(step, THREE_DIGITS).round(THREE_DIGITS)));
            }
        }
        return shown(
                size.compareTo(THOUSAND) >= 0 ? number.setScale(0, RoundingMode.HALF_UP) : number.round(THREE_DIGITS));
    }

    private static String shown(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }

    /// An item as part of a key: letters and digits, the rest hyphens.
    static String slug(String item) {
        return item.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
