package dev.rockpool.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON and XML say the same, and what is written reads back.
final class FormsTest {
    private static final String FULL_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- everything that a rule can say -->
            <LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <Rule>
                <ID>all &amp; everything</ID>
                <Filter>
                  <And>
                    <Prefix>logs/</Prefix>
                    <Tag><Key>a</Key><Value>1</Value></Tag>
                    <Tag><Key>b</Key><Value></Value></Tag>
                    <ObjectSizeGreaterThan>500</ObjectSizeGreaterThan>
                    <ObjectSizeLessThan>64000</ObjectSizeLessThan>
                  </And>
                </Filter>
                <Status>Enabled</Status>
                <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>
                <Transition><Days>90</Days><StorageClass>GLACIER</StorageClass></Transition>
                <Expiration><Days>365</Days></Expiration>
                <NoncurrentVersionTransition>
                  <NoncurrentDays>30</NoncurrentDays><NewerNoncurrentVersions>2</NewerNoncurrentVersions>
                  <StorageClass>GLACIER_IR</StorageClass>
                </NoncurrentVersionTransition>
                <NoncurrentVersionExpiration>
                  <NoncurrentDays>60</NoncurrentDays><NewerNoncurrentVersions>5</NewerNoncurrentVersions>
                </NoncurrentVersionExpiration>
              </Rule>
              <Rule>
                <Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>
                <Status>Disabled</Status>
                <Expiration><Date>2026-02-01T00:00:00.000Z</Date></Expiration>
              </Rule>
              <Rule>
                <Filter/>
                <Status>Enabled</Status>
                <Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>
                <AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation>
                </AbortIncompleteMultipartUpload>
              </Rule>
            </LifecycleConfiguration>
            """;

    private static LifecycleConfiguration accepted(LifecycleReading reading) {
        return switch (reading) {
            case LifecycleReading.Accepted(LifecycleConfiguration configuration) -> configuration;
            case LifecycleReading.Rejected(List<LifecycleFault> faults) ->
                throw new AssertionError(
                        faults.stream().map(LifecycleFault::sentence).toList());
        };
    }

    @Test
    void xmlAndJsonReadBackAlike() {
        LifecycleConfiguration read = accepted(LifecycleXml.read(FULL_XML));
        assertThat(accepted(LifecycleXml.read(LifecycleXml.write(read)))).isEqualTo(read);
        assertThat(accepted(LifecycleJson.read(LifecycleJson.write(read)))).isEqualTo(read);
        assertThat(accepted(
                        LifecycleXml.read(FULL_XML.replace(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"", ""))))
                .isEqualTo(read);
        assertThat(read.rules()).extracting(LifecycleRule::id).containsExactly("all & everything", "rule-2", "rule-3");
    }

    @Test
    void jsonAsTheServiceGivesIt() {
        LifecycleConfiguration read = accepted(LifecycleXml.read(FULL_XML));
        assertThat(LifecycleJson.write(read).at("/Rules/0").toString())
                .isEqualTo(
                        "{\"ID\":\"all & everything\",\"Filter\":{\"And\":{\"Prefix\":\"logs/\",\"Tags\":[{\"Key\":\"a\","
                                + "\"Value\":\"1\"},{\"Key\":\"b\",\"Value\":\"\"}],\"ObjectSizeGreaterThan\":500,"
                                + "\"ObjectSizeLessThan\":64000}},\"Status\":\"Enabled\",\"Transitions\":[{\"Days\":30,"
                                + "\"StorageClass\":\"STANDARD_IA\"},{\"Days\":90,\"StorageClass\":\"GLACIER\"}],"
                                + "\"Expiration\":{\"Days\":365},\"NoncurrentVersionTransitions\":[{\"NoncurrentDays\":30,"
                                + "\"NewerNoncurrentVersions\":2,\"StorageClass\":\"GLACIER_IR\"}],"
                                + "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":60,\"NewerNoncurrentVersions\":5}}");
        assertThat(LifecycleJson.write(LifecycleConfiguration.NONE).toString()).isEqualTo("{\"Rules\":[]}");
    }

    @Test
    void theOldFormReadsBack() {
        LifecycleConfiguration old = accepted(LifecycleXml.read("<LifecycleConfiguration><Rule><ID>old</ID>"
                + "<Prefix> documents/</Prefix><Status>Enabled</Status><Expiration><Days> 1 </Days></Expiration></Rule>"
                + "</LifecycleConfiguration>"));
        assertThat(old.rules().getFirst().filter().ofRule()).isTrue();
        assertThat(old.rules().getFirst().filter().prefix())
                .as("spaces belong to a prefix")
                .contains(" documents/");
        assertThat(accepted(LifecycleXml.read(LifecycleXml.write(old)))).isEqualTo(old);
        assertThat(accepted(LifecycleJson.read(LifecycleJson.write(old)))).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<Lifecycle/>",
                "<LifecycleConfiguration>",
                "<LifecycleConfiguration/>",
                "<LifecycleConfiguration>text<Rule/></LifecycleConfiguration>",
                "<LifecycleConfiguration xmlns='urn:other'><Rule/></LifecycleConfiguration>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><LifecycleConfiguration><Rule><ID>&e;</ID>"
                        + "<Filter/><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>"
                        + "</LifecycleConfiguration>",
                "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>1</Days><Days>2</Days>"
                        + "</Expiration></Rule></LifecycleConfiguration>"
            })
    void whatIsNoConfigurationIsMalformed(String xml) {
        assertThat(LifecycleXml.read(xml))
                .isInstanceOfSatisfying(
                        LifecycleReading.Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .first()
                                .extracting(LifecycleFault::code)
                                .isEqualTo(LifecycleFault.Code.MalformedXML));
    }
}
