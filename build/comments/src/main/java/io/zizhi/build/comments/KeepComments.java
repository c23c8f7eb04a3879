package io.zizhi.build.comments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Writes Javadoc into {@code META-INF/zizhi/comments.properties} of the module, as Markdown, because class files do not
 * contain it. It covers records, enums with their constants, and endpoints and settings with their methods. The key of a
 * type's comment is its binary name. A member appends {@code #} and its name; a {@code @param} appends {@code @} and the
 * parameter's name.
 */
@SupportedAnnotationTypes("*")
public final class KeepComments extends AbstractProcessor {

    private static final String FILE = "META-INF/zizhi/comments.properties";
    private static final String ENDPOINT = "Resource";
    private static final String SETTINGS = "io.smallrye.config.ConfigMapping";

    /** Sorted, so that the same source produces the same file. */
    private final SortedMap<String, String> comments = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(this::keep);
        if (round.processingOver() && !comments.isEmpty()) {
            write();
        }
        return false;
    }

    private void keep(TypeElement type) {
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::keep);
        boolean hasMethods = type.getSimpleName().toString().endsWith(ENDPOINT) || isSettings(type);
        if (!hasMethods && type.getKind() != ElementKind.RECORD && type.getKind() != ElementKind.ENUM) {
            return;
        }
        String name = processingEnv.getElementUtils().getBinaryName(type).toString();
        keep(name, type);
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT
                    || (hasMethods && member.getKind() == ElementKind.METHOD)) {
                keep(name + "#" + member.getSimpleName(), member);
            }
        }
    }

    /** Returns whether the type is a mapping of settings, or a group inside one. */
    private static boolean isSettings(Element type) {
        Element enclosing = type.getEnclosingElement();
        return type.getKind() == ElementKind.INTERFACE
                && ((enclosing != null && isSettings(enclosing))
                        || type.getAnnotationMirrors().stream()
                                .anyMatch(annotation -> annotation
                                        .getAnnotationType()
                                        .toString()
                                        .equals(SETTINGS)));
    }

    private void keep(String key, Element element) {
        String raw = processingEnv.getElementUtils().getDocComment(element);
        if (raw != null) {
            Comment comment = Comment.of(raw);
            comments.put(key, comment.text());
            comment.parameters().forEach((parameter, text) -> comments.put(key + "@" + parameter, text));
        }
    }

    private void write() {
        try (Writer file = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FILE)
                .openWriter()) {
            file.write(comments.entrySet().stream()
                    .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
                    .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Escapes text for {@link java.util.Properties#load}. Only ASCII, because the filer determines the encoding. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            if (" \\=:#!".indexOf(character) >= 0) {
                escaped.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                escaped.append("\\u%04x".formatted((int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
