package dev.rockpool.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is public (S3 user guide, *The meaning of "public"*); the store's tests have the long list.
final class PublicPolicyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                'Effect':'Allow','Principal':'*'                                                    | true
                'Effect':'Deny','Principal':'*'                                                     | false
                'Effect':'Allow','NotPrincipal':{'AWS':'111122223333'}                              | true
                'Effect':'Allow','Principal':{'AWS':'111122223333'}                                 | false
                'Effect':'Allow','Principal':'*','Condition':{'StringEquals':{'aws:SourceVpc':'v'}} | false
                'Effect':'Allow','Principal':'*','Condition':{'StringLike':{'aws:SourceVpc':'v*'}}  | true
                'Effect':'Allow','Principal':'*','Condition':{'StringLike':{'aws:userid':'AROA1:*'}} | false
                'Effect':'Allow','Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'11.0.0.0/8'}} | false
                'Effect':'Allow','Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'0.0.0.0/1'}} | true
                'Effect':'Allow','Principal':'*','Condition':{'Bool':{'aws:SecureTransport':true}}  | true
                """)
    void fixedValuesOfWhereRequestsComeFromLimitIt(String fields, boolean expected) {
        String json = Cases.json("{'Statement':{" + fields + ",'Action':'s3:GetObject'}}");
        assertThat(PublicPolicy.isPublic(PolicyJson.read("bucket policy", PolicyJson.Kind.RESOURCE, json)))
                .isEqualTo(expected);
    }
}
