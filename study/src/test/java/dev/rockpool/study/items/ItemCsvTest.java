package dev.rockpool.study.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Library;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Option;
import dev.rockpool.kernel.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemCsvTest {
    private static Incoming read(String text) {
        return new ItemCsvReader("q.csv", new PlainHtml()).read(text);
    }

    @Test
    void everyQuestionOfTheBuiltInDecksComesBackIdentical() {
        try (Library library = Library.builtIn()) {
            List<Deck> decks = library.snapshot().decks();

            List<Filed> read = read(ItemCsv.write(decks)).exercises();

            List<Exercise> expected =
                    decks.stream().flatMap(deck -> Exercise.of(deck).stream()).toList();
            assertThat(read).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                GiftRoundTripTest.same(read.get(i).exercise(), expected.get(i));
            }
        }
    }

    @Test
    void readsATableThatAPersonWrote() {
        List<Filed> read = read("""
            type;question;answer;option 1;why 1;option 2;why 2
            choice;"How deep
            is it?";2;Two metres;Too deep;Half a metre;
            typed;Who clings?;;limpet;;;
            """).exercises();

        MultipleChoice choice = (MultipleChoice) ((Exercise.OfItem) read.get(0).exercise()).item();
        assertThat(choice.options())
                .containsExactly(new Option("Two metres", false, "Too deep"), new Option("Half a metre", true, ""));
        assertThat(read.get(0).line()).isEqualTo(2);
        assertThat(read.get(1).line()).isEqualTo(4);
        Card card = ((Exercise.OfCard) read.get(1).exercise()).card();
        assertThat(card.answer()).isEqualTo("limpet");
        assertThat(card.accepted()).containsExactly("limpet");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        choice,,1,a,,b,        | There is no question.
        essay,Why?,1,a,,b,     | The type "essay" is not known; use choice, multi, match, order, numeric or typed.
        choice,Why?,1,a,,,     | There are 1 options; write at least two.
        choice,Why?,3,a,,b,    | The answer "3" names no option; write numbers from 1 to 2.
        choice,Why?,,a,,b,     | The answer names 0 right options; name one, or say multi.
        choice,Why?,1 2,a,,b,  | The answer names 2 right options; name one, or say multi.
        choice,Why?,1,,,b,     | Option 2 comes after an empty one.
        choice,Why?,1,,w,b,    | Option 1 is empty, but its reason is not.
        match,Why?,,a,b,c,     | A pair has one side; write the other into the column why.
        numeric,Why?,many,,,,  | The answer "many" is no number.
        typed,Why?,,,,,        | There is no answer to type; write it into the column option 1.
        choice,"Why?,1,a,,b,   | A quotation mark is not closed or stands within a field.
        """)
    void saysWhatIsWrongInOneSentenceWithItsLine(String row, String sentence) {
        assertThatThrownBy(() -> read("type,question,answer,option 1,why 1,option 2,why 2\n" + row + "\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("q.csv:2: " + sentence);
    }

    @Test
    void refusesWhatNoPersonWrites() {
        assertThatThrownBy(() -> read("type,question,answer\nnumeric," + "a".repeat(70_000) + ",1\n"))
                .hasMessage("q.csv:2: The question is longer than 65536 characters.");
        assertThatThrownBy(() -> read("type,question,answer\n" + "numeric,a,1\n".repeat(20_001)))
                .hasMessage("q.csv:20002: There are more than 20000 questions; split the file.");
    }

    @Test
    void refusesWhatIsNoTableOfQuestions() {
        assertThatThrownBy(() -> read("guid,front,back\n1,a,b\n"))
                .hasMessage("q.csv:1: The head does not name the columns type and question; start from an export.");
        assertThatThrownBy(() -> read("type,question,type\n")).hasMessage("q.csv:1: The column \"type\" stands twice.");
        assertThatThrownBy(() -> read("type,question,answer,tolerance\nnumeric,Why?,1,-1\n"))
                .hasMessageStartingWith("q.csv:2: The tolerance \"-1\" is none");
        assertThatThrownBy(() -> read("type,question,answer,sources\nnumeric,Why?,1,somewhere\n"))
                .hasMessageStartingWith("q.csv:2: The source \"somewhere\" does not say what it is");
        assertThatThrownBy(() -> read("type,question,answer,fields\nnumeric,Why?,1,x\n"))
                .hasMessage("q.csv:2: The field \"x\" is none; write Name: value.");
    }
}
