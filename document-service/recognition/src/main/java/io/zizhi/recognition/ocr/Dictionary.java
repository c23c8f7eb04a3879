package io.zizhi.recognition.ocr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The characters that the recognition model knows. It can never return any other. */
public final class Dictionary {

    private final List<String> characters;
    private final Set<String> known;

    private Dictionary(List<String> characters) {
        this.characters = characters;
        this.known = new HashSet<>(characters);
    }

    /** Reads one character a line. The model's last class is the space, which the file does not contain. */
    static Dictionary of(byte[] file) {
        List<String> characters =
                new ArrayList<>(new String(file, StandardCharsets.UTF_8).lines().toList());
        characters.add(" ");
        return new Dictionary(List.copyOf(characters));
    }

    /** Returns the character of a class of the model's output; class 0 is "no character". */
    String character(int outputClass) {
        return characters.get(outputClass - 1);
    }

    /** Returns the number of classes of the model's output. */
    int classes() {
        return characters.size() + 1;
    }

    /** Returns whether every character of {@code text} is known. */
    public boolean covers(String text) {
        return text.codePoints().mapToObj(Character::toString).allMatch(known::contains);
    }
}
