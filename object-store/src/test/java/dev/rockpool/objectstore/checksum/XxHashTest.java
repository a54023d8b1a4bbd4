package dev.rockpool.objectstore.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Golden values are those of the reference implementation, xxHash 0.8, one for each rule of lengths.
final class XxHashTest {
    @ParameterizedTest
    @CsvSource({
        "0, ef46db3751d8e999, 2d06800538d394c2, 99aa06d3014798d86001c324468d497f",
        "1, e934a84adb052768, c44bdff4074eecdb, a6cd5e9392000f6ac44bdff4074eecdb",
        "3, a83378d1eb86ec62, 6811538b444fc6dc, c925ae1797c3998f6811538b444fc6dc",
        "4, 9882e57ed36c4cfc, ed503340c589a28b, 6ae518c60df23fcadb9cecd5eb59a7f1",
        "8, 6f799d7284a5cbe6, 4f85d8ab9b39844c, 6507b47b7f58d9cc77ab7a748de0738f",
        "9, 0420f411ad72a049, 1779c8886774d557, 6509060eaf5ad5e4a8c0d068fea88fd0",
        "16, cfe63fd26afdf7e5, 62a23c4699bcd2b8, d2c45d07afb30e72c8e07b4d73c3487e",
        "17, 89b933a4cfc9d751, c5f1cbadff1f36be, 9fb5d1df5f596243fe29229275898434",
        "31, 3a4bddf524c48530, 2d6bc7fd9fa090b5, 6ecefa9f804578931ac04ffb145addc8",
        "32, a4d75ab355f13155, bf7065a3452980b2, 8371440f439c0425c662d67c70c5b7a6",
        "33, 445a4aaaffe45526, 3d365a449ecddf3c, 30faa5eeaf230be598787a2bb7e6bb3c",
        "65, a8f446cbe17fd94f, 57533ff69faf86f4, c7bb7502f99955b0d1c7b1c8057cf581",
        "97, a96bb4568a3f4c9b, def04a5fe5153af4, af54c6a3feac4818a20e1a7d4cb2f974",
        "128, 152a1617a08a381f, 490d553b79fe5ba5, 74c0202f0eccba84f6b9b88d64ef5981",
        "129, 1ce0213e4d4108e2, de71e7e5cc056159, a002ff0408336266bb0134c2914d613f",
        "160, 19381cb77d44b503, 0c6f2cbd1292b5ed, f7d29212cae82de61f914bd766d0926c",
        "239, 9b34a7058759ae55, aa21fbb1579cb120, 86be780eba443bc397d43ea70c7f16fe",
        "240, 21c3b14ac1e8e125, b9830d4617b8f46b, 70f8428cd244687592fb8120209f7d7e",
        "241, 1071719106b40108, 7315654a87656e22, c6eb3a6aa19381d57315654a87656e22",
        "256, 2edb72dbe060cedb, fdc326c29ffab3af, d36c00a3d869af48fdc326c29ffab3af",
        "257, 20b52e75b25a6475, 1eeb41cc7770c6a1, c1636d9db6b775761eeb41cc7770c6a1",
        "1024, a8e2ad0680e161ab, 660f17b831d36059, ecb1ecee8b05bd5a660f17b831d36059",
        "1025, 1965a72319350515, 8dc958605ec1686e, f48fa7f9904e60ba8dc958605ec1686e",
        "1088, 5caa828fb087c1c3, 43dc21f77e0a4bb4, 80458eae30f9764843dc21f77e0a4bb4",
        "2049, 7f35340fb4f30e69, ccd4fa25c95a29d7, bea32ce32d3ee6c5ccd4fa25c95a29d7",
        "100001, 8eb675bdb0395008, 021f1733f638b7bc, fbb61fb489128bb4021f1733f638b7bc"
    })
    void areThoseOfTheReferenceHoweverTheBytesCome(int count, String xxh64, String xxh3, String xxh128) {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; at++) {
            bytes[at] = (byte) (at * 131 + at / 7);
        }
        for (int chunk : new int[] {1, 13, 64, 300, 1_000, 1 << 20}) {
            assertThat(digest(new XxHash64(), bytes, chunk)).isEqualTo(xxh64);
            assertThat(digest(new XxHash3(64), bytes, chunk)).isEqualTo(xxh3);
            assertThat(digest(new XxHash3(128), bytes, chunk)).isEqualTo(xxh128);
        }
    }

    private static String digest(MessageDigest digest, byte[] bytes, int chunk) {
        for (int at = 0; at < bytes.length; at += chunk) {
            digest.update(bytes, at, Math.min(chunk, bytes.length - at));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
