package dev.rockpool.simulators.encryption;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.Gigabytes;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What a month of calls costs: requests to S3, requests to KMS, the key, and the second layer's bytes.
///
/// Without a free tier. Sources: S3 pricing page, *Encryption* (DSSE-KMS is charged by the gigabyte encrypted and
/// decrypted); KMS pricing page (an AWS managed key costs nothing, its requests do).
final class EncryptionBills {
    static final String KMS = "KMS";
    static final String REQUESTS = "requests symmetric";
    private static final String S3 = "S3";
    private static final int THOUSAND = 3;
    private static final int TEN_THOUSAND = 4;

    private EncryptionBills() {}

    /// The bill of a month of `scenario`.
    ///
    /// @throws dev.rockpool.kernel.InputException if a price is not known in its region
    static Bill monthly(EncryptionScenario scenario, EncryptionCalls calls) {
        List<UsageLine> usage = new ArrayList<>();
        EncryptionMode mode = scenario.mode();
        String region = scenario.region();
        usage.add(line(S3, "request.PUT_COPY_POST_LIST.STANDARD", region, requests(calls.puts(), THOUSAND)));
        usage.add(line(S3, "request.GET_SELECT_other.STANDARD", region, requests(calls.gets(), THOUSAND)));
        if (mode.usesKms()) {
            boolean customer = mode.layers().contains(KeyHolder.KMS_CUSTOMER);
            usage.add(line(
                    KMS,
                    customer ? "customer_managed_key" : "AWS managed / AWS owned key storage",
                    region,
                    BigDecimal.ONE));
            usage.add(line(KMS, REQUESTS, region, requests(calls.kms(), TEN_THOUSAND)));
        }
        if (mode == EncryptionMode.DSSE_KMS) {
            BigDecimal bytes = BigDecimal.valueOf(scenario.objectBytes())
                    .multiply(BigDecimal.valueOf(calls.puts()).add(BigDecimal.valueOf(calls.gets())));
            usage.add(line(S3, "encryption.DSSE_KMS", region, Gigabytes.of(bytes)));
        }
        return new Biller(PricesInForce.book()).bill(usage);
    }

    /// What the lines of KMS come to.
    static Money ofKms(Bill bill) {
        Money sum = Money.zero(bill.currency());
        for (BillLine line : bill.lines()) {
            if (line.usage().service().equals(KMS)) {
                sum = sum.plus(line.amount());
            }
        }
        return sum;
    }

    /// What requests to KMS come to.
    static Money ofRequests(Bill bill) {
        Money sum = Money.zero(bill.currency());
        for (BillLine line : bill.lines()) {
            if (line.usage().item().equals(REQUESTS)) {
                sum = sum.plus(line.amount());
            }
        }
        return sum;
    }

    private static UsageLine line(String service, String item, String region, BigDecimal quantity) {
        return new UsageLine(service, item, region, quantity);
    }

    private static BigDecimal requests(long calls, int zeros) {
        return BigDecimal.valueOf(calls, zeros);
    }
}
