package dev.rockpool.costmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing between a usage line and its amount knows a `double` or a `float`: no field, parameter, result, call,
/// conversion or calculation has one. Read from the compiled classes, so that one in the middle of a method is found
/// too.
final class ExactPathTest {
    /// What is drawn at random, and rates before they are whole objects, bytes and millionths of reads.
    private static final String DRAWN = "/fleet/";

    /// In a descriptor: `D` or `F` as a type, not in a class's name; or the boxes of both.
    private static final Pattern INEXACT =
            Pattern.compile("Ljava/lang/(Double|Float);|(?:^|[(\\[)BCIJSZ;DF])[DF](?=$|[()\\[BCIJSZLDF])");

    @Test
    void noDoubleStandsBetweenAUsageLineAndItsAmount() {
        List<ClassModel> path = new ArrayList<>(moduleBut(DRAWN));
        path.add(parse(Money.class));
        path.add(parse(Decimals.class));
        assertThat(path).hasSizeGreaterThan(80);
        assertThat(path.stream().map(model -> model.thisClass().asInternalName()))
                .contains(internal(Biller.class), internal(TierUse.class), internal(UsageLine.class));
        assertThat(path.stream().flatMap(model -> inexact(model).stream())).isEmpty();
    }

    @Test
    void whatIsLookedForIsFound() {
        assertThat(inexact(parse(Inexact.class)))
                .contains(
                        internal(Inexact.class) + ".field",
                        internal(Inexact.class) + ".boxed",
                        internal(Inexact.class) + ".parameter",
                        internal(Inexact.class) + ".hidden");
        assertThat(inexactType("(Ldev/rockpool/DF;J)I")).isFalse();
        assertThat(inexactType("([FJ)V")).isTrue();
        assertThat(inexactType("(Ljava/lang/String;D)V")).isTrue();
    }

    static final class Inexact {
        private double field;
        private final List<Integer> list = new ArrayList<>();

        Double boxed() {
            return field;
        }

        void parameter(float value) {
            field = value;
        }

        long hidden(long whole) {
            return list.size() + (long) (whole * 1.1);
        }
    }

    private static List<String> inexact(ClassModel model) {
        String name = model.thisClass().asInternalName();
        List<String> found = new ArrayList<>();
        for (FieldModel field : model.fields()) {
            if (inexactType(field.fieldType().stringValue())) {
                found.add(name + "." + field.fieldName().stringValue());
            }
        }
        for (MethodModel method : model.methods()) {
            boolean inside =
                    method.code().stream().flatMap(code -> code.elementStream()).anyMatch(ExactPathTest::isInexact);
            if (inside || inexactType(method.methodType().stringValue())) {
                found.add(name + "." + method.methodName().stringValue());
            }
        }
        return found;
    }

    private static boolean isInexact(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> inexactType(call.type().stringValue());
            case InvokeDynamicInstruction call -> inexactType(call.type().stringValue());
            case FieldInstruction field -> inexactType(field.type().stringValue());
            case ConvertInstruction convert -> inexact(convert.fromType()) || inexact(convert.toType());
            case OperatorInstruction operator -> inexact(operator.typeKind());
            case LoadInstruction load -> inexact(load.typeKind());
            case ArrayLoadInstruction load -> inexact(load.typeKind());
            case ReturnInstruction answer -> inexact(answer.typeKind());
            case Instruction other -> isInexact(other.opcode());
            default -> false;
        };
    }

    private static boolean isInexact(Opcode opcode) {
        return switch (opcode) {
            case DCONST_0, DCONST_1, FCONST_0, FCONST_1, FCONST_2 -> true;
            default -> false;
        };
    }

    private static boolean inexact(TypeKind kind) {
        return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
    }

    private static boolean inexactType(String descriptor) {
        return INEXACT.matcher(descriptor.replaceAll("L(?!java/lang/(?:Double|Float);)[^;]+;", "L;"))
                .find();
    }

    private static List<ClassModel> moduleBut(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(PriceBook.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().replace('\\', '/').contains(folder))
                    .map(ExactPathTest::parse)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ClassModel parse(Class<?> type) {
        try (InputStream bytes = Objects.requireNonNull(type.getResourceAsStream("/" + internal(type) + ".class"))) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
