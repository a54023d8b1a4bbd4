package dev.rockpool.costmodel.offer;

import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads an offer file in JSON, token by token: all but the products that are wanted and their prices passes by.
final class OfferJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String FORMAT = "v1.0";
    private static final String USD = "USD";

    private final Path path;
    private final OfferDraft draft;
    private boolean pricesBeforeProducts;

    private OfferJson(Path path, OfferDraft draft) {
        this.path = path;
        this.draft = draft;
    }

    /// Reads `path` into `draft`.
    static void read(Path path, OfferDraft draft) throws IOException {
        OfferJson json = new OfferJson(path, draft);
        json.pass(true, true);
        if (json.pricesBeforeProducts) {
            json.pass(false, true);
        }
    }

    private void pass(boolean products, boolean prices) throws IOException {
        try (InputStream bytes = Files.newInputStream(path);
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw draft.fault("this is no price-list file: it does not start with an object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "formatVersion" -> {
                        if (!text(parser).equals(FORMAT)) {
                            throw draft.fault("the format of this price list is not " + FORMAT);
                        }
                    }
                    case "offerCode" -> draft.offer(text(parser));
                    case "version" -> draft.version(text(parser));
                    case "publicationDate" -> draft.published(text(parser));
                    case "products" -> {
                        if (products) {
                            needObject(parser, name);
                            products(parser);
                        } else {
                            parser.skipChildren();
                        }
                    }
                    case "terms" -> {
                        needObject(parser, name);
                        if (prices && draft.hasProducts()) {
                            terms(parser);
                        } else {
                            pricesBeforeProducts = true;
                            parser.skipChildren();
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new InputException(
                    OfferDraft.CODE,
                    draft.file() + ":" + line + ": the file breaks off or is not JSON here; nothing was imported.",
                    broken);
        }
    }

    private void products(JsonParser parser) {
        if (!draft.hasOffer()) {
            throw draft.fault("this is no price-list file: it names no offer code before its products");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String sku = parser.currentName();
            parser.nextToken();
            needObject(parser, "products");
            Map<String, String> attributes = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("attributes") && parser.currentToken() == JsonToken.START_OBJECT) {
                    attributes(parser, attributes);
                } else {
                    parser.skipChildren();
                }
            }
            draft.product(
                    sku,
                    attributes.getOrDefault("usagetype", ""),
                    attributes.getOrDefault("operation", ""),
                    attributes.getOrDefault("regionCode", ""));
        }
    }

    private static void attributes(JsonParser parser, Map<String, String> attributes) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                attributes.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void terms(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean onDemand = parser.currentName().equals("OnDemand");
            parser.nextToken();
            if (onDemand) {
                needObject(parser, "terms.OnDemand");
                onDemand(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void onDemand(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String sku = parser.currentName();
            parser.nextToken();
            if (draft.wants(sku)) {
                needObject(parser, "terms.OnDemand");
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    parser.nextToken();
                    needObject(parser, "terms.OnDemand");
                    term(parser, sku);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void term(JsonParser parser, String sku) {
        String effective = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "effectiveDate" -> effective = text(parser);
                case "priceDimensions" -> {
                    needObject(parser, name);
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        parser.nextToken();
                        needObject(parser, name);
                        dimension(parser, sku, effective);
                    }
                }
                default -> parser.skipChildren();
            }
        }
    }

    private void dimension(JsonParser parser, String sku, String effective) {
        String begin = "";
        String end = "";
        String price = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "beginRange" -> begin = text(parser);
                case "endRange" -> end = text(parser);
                case "pricePerUnit" -> {
                    needObject(parser, name);
                    price = dollars(parser);
                }
                default -> parser.skipChildren();
            }
        }
        if (!price.isEmpty()) {
            draft.price(sku, effective, begin, end, price);
        }
    }

    /// The price in US dollars; empty if there is none.
    private String dollars(JsonParser parser) {
        String price = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String currency = parser.currentName();
            parser.nextToken();
            if (currency.equals(USD)) {
                price = text(parser);
            } else {
                draft.otherCurrency(currency);
                parser.skipChildren();
            }
        }
        return price;
    }

    private String text(JsonParser parser) {
        if (!parser.currentToken().isScalarValue()) {
            throw draft.fault(parser.currentName() + " holds something that is no text");
        }
        return parser.getString();
    }

    private void needObject(JsonParser parser, String what) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw draft.fault(what + " holds something that is no object");
        }
    }
}
