package dev.rockpool.identity.policy;

import static dev.rockpool.identity.policy.Cases.holds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What conditions hold for: operators, sets, keys that lack (IAM user guide, *Condition operators*).
final class ConditionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                StringEquals              | 'a'                         | 'a'                        | true
                StringEquals              | 'a'                         | 'A'                        | false
                StringEquals              | ['x','a']                   | 'a'                        | true
                StringEquals              | 'a*'                        | 'ab'                       | false
                StringNotEquals           | ['x','a']                   | 'a'                        | false
                StringNotEquals           | ['x','a']                   | 'b'                        | true
                StringEqualsIgnoreCase    | 'a'                         | 'A'                        | true
                StringNotEqualsIgnoreCase | 'a'                         | 'A'                        | false
                StringLike                | 'home/*'                    | 'home/carlos/x'            | true
                StringLike                | 'home/?'                    | 'home/ab'                  | false
                StringLike                | 'HOME/*'                    | 'home/a'                   | false
                StringNotLike             | 'home/*'                    | 'other'                    | true
                NumericEquals             | '10'                        | 10                         | true
                NumericEquals             | 10                          | '10.0'                     | true
                NumericNotEquals          | '10'                        | '11'                       | true
                NumericLessThan           | '10'                        | '10'                       | false
                NumericLessThanEquals     | '10'                        | '10'                       | true
                NumericGreaterThan        | '10'                        | '9'                        | false
                NumericGreaterThanEquals  | '10'                        | 'many'                     | false
                DateLessThan              | '2026-11-26T00:00:00Z'      | '2026-11-25T23:59:59Z'     | true
                DateGreaterThan           | '2026-11-26'                | '2026-11-26T00:00:01Z'     | true
                DateEquals                | '2026-11-26T01:00:00+01:00' | '2026-11-26T00:00:00Z'     | true
                DateEquals                | '0'                         | '1970-01-01T00:00:00Z'     | true
                DateNotEquals             | '2026-11-26T00:00:00Z'      | '2026-11-26T00:00:00Z'     | false
                DateLessThanEquals        | '2026-11-26T00:00:00Z'      | 1732579200                 | true
                DateGreaterThanEquals     | '2026-11-26T00:00:00Z'      | 'today'                    | false
                Bool                      | 'true'                      | true                       | true
                Bool                      | true                        | 'True'                     | true
                Bool                      | 'false'                     | 'true'                     | false
                BinaryEquals              | 'QmluYXJ5'                  | 'QmluYXJ5'                 | true
                BinaryEquals              | 'QmluYXJ5'                  | 'QmluYXJ4'                 | false
                IpAddress                 | '203.0.113.0/24'            | '203.0.113.9'              | true
                IpAddress                 | '203.0.113.0/25'            | '203.0.113.200'            | false
                IpAddress                 | '203.0.113.9'               | '203.0.113.9'              | true
                IpAddress                 | '2001:db8::/33'             | '2001:db8:7fff::1'         | true
                IpAddress                 | '2001:db8::/33'             | '2001:db8:8000::1'         | false
                IpAddress                 | '0.0.0.0/0'                 | '2001:db8::1'              | false
                IpAddress                 | '0.0.0.0/0'                 | 'nowhere'                  | false
                NotIpAddress              | ['10.0.0.0/8','::1']        | '10.1.2.3'                 | false
                NotIpAddress              | '10.0.0.0/8'                | '11.1.2.3'                 | true
                ArnEquals                 | 'arn:aws:sns:*:1*:x'        | 'arn:aws:sns:eu:12:x'      | true
                ArnLike                   | 'arn:aws:sns:*'             | 'arn:aws:sns:eu:12:x'      | false
                ArnLike                   | 'arn:aws:s3:::pool/*'       | 'arn:aws:s3:::pool/a/b'    | true
                ArnLike                   | 'arn:aws:s3:::pool'         | 'arn:aws:s3:::POOL'        | false
                ArnLike                   | '*'                         | 'arn:aws:s3:::pool'        | true
                ArnNotEquals              | 'arn:aws:s3:::pool'         | 'arn:aws:s3:::pond'        | true
                foranyvalue:stringlikeifexists | 'a*'                   | 'ab'                       | true
                ArnNotLike                | 'arn:aws:s3:::p*'           | 'arn:aws:s3:::pond'        | false
                """)
    void comparesAsTheGuideSays(String operator, String policy, String request, boolean expected) {
        assertThat(holds("'" + operator + "':{'aws:K':" + policy + "}", "'AWS:k':" + request))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals,false",
        "StringLike,false",
        "NumericLessThan,false",
        "IpAddress,false",
        "StringNotEquals,true",
        "StringNotEqualsIgnoreCase,true",
        "StringNotLike,true",
        "ArnNotEquals,true",
        "ArnNotLike,true",
        "StringEqualsIfExists,true",
        "StringNotEqualsIfExists,true",
        "ForAllValues:StringEquals,true",
        "ForAllValues:StringNotEquals,true",
        "ForAnyValue:StringEquals,false",
        "ForAnyValue:StringNotEquals,false",
        "ForAnyValue:StringEqualsIfExists,true"
    })
    void aKeyThatLacksDecidesByItsOperator(String operator, boolean expected) {
        String value = operator.startsWith("Numeric") ? "1" : operator.startsWith("Ip") ? "::1" : "a";
        String condition = "'" + operator + "':{'aws:K':'" + value + "'}";
        assertThat(holds(condition, "")).isEqualTo(expected);
        assertThat(holds(condition, "'aws:K':null")).isEqualTo(expected);
        assertThat(holds(condition, "'aws:K':[]")).isEqualTo(expected);
    }

    @Test
    void nullAsksWhetherTheKeyLacks() {
        assertThat(holds("'Null':{'aws:TokenIssueTime':'true'}", "")).isTrue();
        assertThat(holds("'Null':{'aws:TokenIssueTime':true}", "'aws:TokenIssueTime':1"))
                .isFalse();
        assertThat(holds("'Null':{'aws:TokenIssueTime':'false'}", "'aws:TokenIssueTime':1"))
                .isTrue();
        assertThat(holds("'Null':{'aws:TokenIssueTime':'false'}", "")).isFalse();
    }

    @Test
    void setsTakeSeveralValuesTogether() {
        String all = "'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']}";
        assertThat(holds(all, "'aws:TagKeys':['a','b']")).isTrue();
        assertThat(holds(all, "'aws:TagKeys':['a','c']")).isFalse();
        assertThat(holds(all, "'aws:TagKeys':''")).isTrue();
        assertThat(holds("'ForAnyValue:StringNotEquals':{'aws:TagKeys':'a'}", "'aws:TagKeys':''"))
                .isFalse();
        String any = "'ForAnyValue:StringEquals':{'aws:TagKeys':['a','b']}";
        assertThat(holds(any, "'aws:TagKeys':['a','c']")).isTrue();
        assertThat(holds(any, "'aws:TagKeys':['c']")).isFalse();
        String none = "'ForAllValues:StringNotEquals':{'aws:TagKeys':['a','b']}";
        assertThat(holds(none, "'aws:TagKeys':['c','d']")).isTrue();
        assertThat(holds(none, "'aws:TagKeys':['c','a']")).isFalse();
        String other = "'ForAnyValue:StringNotEquals':{'aws:TagKeys':['a','b']}";
        assertThat(holds(other, "'aws:TagKeys':['c','a']")).isTrue();
        assertThat(holds(other, "'aws:TagKeys':['a','b']")).isFalse();
    }

    @Test
    void allConditionsMustHold() {
        String both = "'StringEquals':{'aws:A':'a','aws:B':'b'},'Bool':{'aws:SecureTransport':'true'}";
        assertThat(holds(both, "'aws:A':'a','aws:B':'b','aws:SecureTransport':true"))
                .isTrue();
        assertThat(holds(both, "'aws:A':'a','aws:SecureTransport':true")).isFalse();
        assertThat(holds(both, "'aws:A':'a','aws:B':'b','aws:SecureTransport':false"))
                .isFalse();
    }

    @Test
    void variablesStandForValuesOfTheRequest() {
        assertThat(holds("'StringLike':{'s3:prefix':'home/${aws:username}/*'}", "'s3:prefix':'home/carlos/a'"))
                .isTrue();
        assertThat(holds("'StringLike':{'s3:prefix':'home/${aws:username}/*'}", "'s3:prefix':'home/ana/a'"))
                .isFalse();
        assertThat(holds(
                        "'StringEquals':{'aws:K':'${aws:PrincipalTag/team}'}",
                        "'aws:K':'red','aws:PrincipalTag/Team':'red'"))
                .isTrue();
        assertThat(holds("'StringEquals':{'aws:K':'${aws:PrincipalTag/team}'}", "'aws:K':'red'"))
                .isFalse();
        assertThat(holds("'StringNotEquals':{'aws:K':'${aws:PrincipalTag/team}'}", "'aws:K':'red'"))
                .isTrue();
        assertThat(holds("'StringLike':{'aws:K':'a${*}b${?}${$}'}", "'aws:K':'a*b?$'"))
                .isTrue();
        assertThat(holds("'StringLike':{'aws:K':'a${*}b'}", "'aws:K':'axb'")).isFalse();
    }

    @Test
    void aValueWithAStarMatchesOnlyItself() {
        String condition = "'StringLike':{'aws:K':'${aws:PrincipalTag/team}/x'}";
        assertThat(holds(condition, "'aws:K':'red/x','aws:PrincipalTag/team':'*'"))
                .isFalse();
        assertThat(holds(condition, "'aws:K':'*/x','aws:PrincipalTag/team':'*'"))
                .isTrue();
    }

    @Test
    void aDefaultServesWhereTheKeyLacks() {
        String json = """
                {"principal":"arn:aws:iam::111122223333:user/carlos","action":"s3:GetObject",
                 "resource":"arn:aws:s3:::pool/company-wide/a",
                 "identity":[{"Effect":"Allow","Action":"s3:*",
                   "Resource":"arn:aws:s3:::pool/${aws:PrincipalTag/team, 'company-wide'}/*"}]%s}""";
        assertThat(Cases.lines(json.formatted(""))).first().asString().contains("\"decision\":\"allow\"");
        assertThat(Cases.lines(json.formatted(",\"context\":{\"aws:PrincipalTag/team\":\"red\"}")))
                .first()
                .asString()
                .contains("\"decision\":\"deny\"");
    }

    @Test
    void theOldLanguageHasNoVariables() {
        String statement = "{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::pool/${aws:username}/*'}";
        String[] fields = {
            "'principal':'arn:aws:iam::111122223333:user/carlos'",
            "'action':'s3:GetObject','resource':'arn:aws:s3:::pool/carlos/a'",
            ""
        };
        fields[2] = "'identity':{'Version':'2012-10-17','Statement':" + statement + "}";
        assertThat(Cases.decide(fields)).startsWith("allow");
        fields[2] = "'identity':[" + statement + "]";
        assertThat(Cases.decide(fields)).startsWith("allow");
        fields[2] = "'identity':{'Version':'2008-10-17','Statement':" + statement + "}";
        assertThat(Cases.decide(fields)).startsWith("deny");
        fields[2] = "'identity':{'Statement':" + statement + "}";
        assertThat(Cases.decide(fields)).startsWith("deny");
        fields[1] = "'action':'s3:GetObject','resource':'arn:aws:s3:::pool/${aws:username}/a'";
        assertThat(Cases.decide(fields)).startsWith("allow");
    }
}
