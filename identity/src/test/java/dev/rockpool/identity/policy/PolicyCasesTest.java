package dev.rockpool.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Case files: what they answer, and what is wrong with them.
final class PolicyCasesTest {
    @TempDir
    Path folder;

    @Test
    void anArrayAnswersOneLineACaseAndGoesOnAfterABadOne() {
        List<String> lines = new ArrayList<>();
        PolicyCases.Outcome outcome =
                PolicyCases.parse("c.json", Cases.json("""
                [{'principal':'arn:aws:iam::111122223333:user/a','action':'s3:GetObject',
                  'identity':[{'Sid':'All','Effect':'Allow','Action':'*','Resource':'*'}]},
                 {'action':'s3:GetObject','resources':'*'},
                 {'principal':'*','action':'s3:GetObject'}]""")).answer(lines::add);
        assertThat(outcome).isEqualTo(PolicyCases.Outcome.FAULTY);
        assertThat(lines)
                .containsExactly(
                        Cases.json("{'decision':'allow','kind':'explicit','decidedBy':'identity','trace':"
                                + "[{'part':'identity','outcome':'allow','statement':'identity statement 1 \\'All\\'',"
                                + "'sentence':'A policy of the principal allows it.'}]}"),
                        Cases.json("{'error':'a case has no field \\'resources\\'.'}"),
                        Cases.json("{'decision':'deny','kind':'implicit','decidedBy':'resource_policy','trace':"
                                        + "[{'part':'resource_policy','outcome':'no match','sentence':'Only the resource\u0001s"
                                        + " policy can allow *, and it does not.'}]}")
                                .replace('\u0001', '\''));
    }

    @Test
    void aCaseAloneAnswersNoOrThrows() throws Exception {
        Path file = Files.writeString(folder.resolve("case.json"), Cases.json("{'action':'s3:GetObject'}"));
        assertThat(PolicyCases.read(file).answer(line -> {})).isEqualTo(PolicyCases.Outcome.DENIED);
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> PolicyCases.read(file).answer(line -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": a case lacks the field action.");
        Files.writeString(file, "[\n{,}]");
        assertThatThrownBy(() -> PolicyCases.read(file)).hasMessage(file + ":2: the text is not valid JSON.");
        Files.write(file, "\"\u00e4\"".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PolicyCases.read(file)).hasMessage(file + ": the file is not UTF-8 text.");
        assertThatThrownBy(() -> PolicyCases.read(folder.resolve("none")))
                .hasMessageEndingWith("there is no such file.");
    }

    @Test
    void theNearestStatementIsNamed() {
        Decision decision = PolicyEvaluator.decide(Cases.request(
                "'principal':'arn:aws:iam::111122223333:user/a'",
                "'action':'s3:GetObject'",
                "'identity':[{'Sid':'Home','Effect':'Allow','Action':'*','Resource':'*',"
                        + "'Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}}]"));
        assertThat(decision.reason())
                .isEqualTo(
                        "No policy of the principal allows s3:GetObject on *. Nearest is identity statement 1 \"Home\","
                                + " but its condition IpAddress on aws:SourceIp does not hold.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                []                                             | a case must be an object with at least the field action.
                {'action':7}                                   | action must be a text of 1 to 4096 characters.
                {'action':'s3'}                                | action must be like s3:GetObject, without wildcards, not 's3'.
                {'action':'s3:Get*'}                           | action must be like s3:GetObject, without wildcards, not 's3:Get*'.
                {'action':'s3:A','resource':'pool'}            | resource must be * or an ARN, not 'pool'.
                {'action':'s3:A','account':'12'}               | account must be twelve digits, not '12'.
                {'action':'s3:A','principal':'carlos'}         | principal must be an ARN of a user, role, session or root, or *, not 'carlos'.
                {'action':'s3:A','principalKind':'group'}      | principalKind must be one of user, role, role-session, federated, root, anonymous, not 'group'.
                {'action':'s3:A','principalKind':'user'}       | principalKind 'user' does not fit the principal '*'.
                {'action':'s3:A','principal':'arn:aws:iam::111122223333:user/a','account':'111122223334'} | account must be that of the principal, 111122223333, not '111122223334'.
                {'action':'s3:A','principal':'arn:aws:sts::111122223333:assumed-role/a'} | principal must be arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION, not 'arn:aws:sts::111122223333:assumed-role/a'.
                {'action':'s3:A','principal':'arn:aws:iam::111122223333:user/'} | principal must end with a name, not 'arn:aws:iam::111122223333:user/'.
                {'action':'s3:A','context':[]}                 | context must be an object of keys and values.
                {'action':'s3:A','context':{'k':{}}}           | context.k must be a text, a number, true or false, or an array of these.
                {'action':'s3:A','context':{'k':1e999999999}}  | context.k must be a number of at most 40 digits.
                {'action':'s3:A','scps':{}}                    | scps must be an array with one array of statements a level.
                {'action':'s3:A','scps':['x']}                 | scps[0] must be an array of statements, or a policy document.
                {'action':'s3:A','identity':'x'}               | identity must be a statement or an array of statements.
                {'action':'s3:A','identity':[7]}               | identity[0] must be a statement, which is an object.
                {'action':'s3:A','identity':[{}]}              | identity[0] lacks the field Effect.
                {'action':'s3:A','identity':[{'Effect':'allow'}]} | identity[0].Effect must be Allow or Deny, not 'allow'.
                {'action':'s3:A','identity':[{'Effect':'Allow','Resource':'*'}]} | identity[0] lacks the field Action (or NotAction).
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A'}]} | identity[0] lacks the field Resource (or NotResource).
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':[],'Resource':'*'}]} | identity[0].Action must be a text or an array of at least one.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3','Resource':'*'}]} | identity[0].Action must be * or like s3:GetObject, not 's3'.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A','Resource':'pool'}]} | identity[0].Resource must be * or an ARN, not 'pool'.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A','NotAction':'s3:B','Resource':'*'}]} | identity[0] has both Action and NotAction, of which one fits.
                {'action':'s3:A','identity':[{'Effect':'Allow','Principal':'*','Action':'s3:A','Resource':'*'}]} | identity[0].Principal belongs only in policies of resources.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A','Resource':'*','Extra':1}]} | identity[0] has no field 'Extra'.
                {'action':'s3:A','resource_policy':[{'Effect':'Allow','Action':'s3:A'}]} | resource_policy[0] lacks the field Principal (or NotPrincipal).
                {'action':'s3:A','resource_policy':[{'Effect':'Allow','Principal':'me','Action':'s3:A'}]} | resource_policy[0].Principal must be * or an object such as {'AWS': …}, not 'me'.
                {'action':'s3:A','resource_policy':[{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::*'},'Action':'s3:A'}]} | resource_policy[0].Principal.AWS must be *, the twelve digits of an account or an ARN without wildcards, not 'arn:aws:iam::*'.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A','Resource':'*','Condition':{'Like':{}}}]} | identity[0].Condition has no operator 'Like'.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A','Resource':'*','Condition':{'NullIfExists':{}}}]} | identity[0].Condition has no operator 'NullIfExists'.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A','Resource':'*','Condition':{'Bool':{'k':'maybe'}}}]} | identity[0].Condition.Bool.k must be true or false, not 'maybe'.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A','Resource':'*','Condition':{'IpAddress':{'k':'10.0.0.0/33'}}}]} | identity[0].Condition.IpAddress.k must be an IP address or a range such as 203.0.113.0/24, not '10.0.0.0/33'.
                {'action':'s3:A','identity':[{'Effect':'Allow','Action':'s3:A','Resource':'*','Condition':{'DateLessThan':{'k':'soon'}}}]} | identity[0].Condition.DateLessThan.k must be a date as ISO 8601 or in seconds since 1970, not 'soon'.
                {'action':'s3:A','identity':{'Version':'2013-01-01','Statement':[]}} | identity.Version must be 2012-10-17 or 2008-10-17, not '2013-01-01'.
                """)
    void aBadCaseNamesFieldAndBound(String json, String sentence) {
        assertThat(Cases.lines("[" + Cases.json(json) + "]"))
                .containsExactly("{\"error\":\"" + Cases.json(sentence).replace("\"", "\\\"") + "\"}");
    }
}
