package dev.rockpool.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which actions and resources a statement is about.
final class StatementTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                'Action':'*' | s3:GetObject | true
                'Action':'s3:*' | s3:GetObject | true
                'Action':'S3:getobject' | s3:GetObject | true
                'Action':'s3:Get*' | s3:GetBucketAcl | true
                'Action':'s3:Get?bject' | s3:GetObject | true
                'Action':'s3:GetObject' | s3:GetObjectAcl | false
                'Action':'s3:*Object' | s3:GetObjectAcl | false
                'Action':['s3:PutObject','s3:GetObject'] | s3:GetObject | true
                'NotAction':'iam:*' | s3:GetObject | true
                'NotAction':'s3:*' | s3:GetObject | false
                'NotAction':['iam:*','s3:Get*'] | s3:GetObject | false
                """)
    void actionsIgnoreCase(String element, String action, boolean expected) {
        assertThat(decide(element + ",'Resource':'*'", action, "arn:aws:s3:::pool/a"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                'Resource':'*' | arn:aws:s3:::pool/a | true
                'Resource':'arn:aws:s3:::pool/*' | arn:aws:s3:::pool/a/b | true
                'Resource':'arn:aws:s3:::pool/*' | arn:aws:s3:::pool | false
                'Resource':'arn:aws:s3:::pool*' | arn:aws:s3:::pool/a | true
                'Resource':'arn:aws:s3:::POOL/*' | arn:aws:s3:::pool/a | false
                'Resource':'arn:aws:s3:::po?l/a' | arn:aws:s3:::pool/a | true
                'Resource':'arn:aws:s3:::*/*/c*d' | arn:aws:s3:::p/a/b/cxd | true
                'Resource':'arn:aws:s3:::pool/*' | * | false
                'NotResource':'arn:aws:s3:::pool/*' | arn:aws:s3:::pond/a | true
                'NotResource':'arn:aws:s3:::pool/*' | arn:aws:s3:::pool/a | false
                'NotResource':'arn:aws:s3:::${aws:PrincipalTag/x}/*' | arn:aws:s3:::pool/a | false
                'Resource':'arn:aws:s3:::${aws:PrincipalTag/x}/*' | arn:aws:s3:::pool/a | false
                """)
    void resourcesDoNot(String element, String resource, boolean expected) {
        assertThat(decide("'Action':'s3:*'," + element, "s3:GetObject", resource))
                .isEqualTo(expected);
    }

    private static boolean decide(String elements, String action, String resource) {
        return Cases.decide(
                        "'principal':'arn:aws:iam::111122223333:user/carlos'",
                        "'action':'" + action + "','resource':'" + resource + "'",
                        "'identity':{'Version':'2012-10-17','Statement':{'Effect':'Allow'," + elements + "}}")
                .startsWith("allow");
    }
}
