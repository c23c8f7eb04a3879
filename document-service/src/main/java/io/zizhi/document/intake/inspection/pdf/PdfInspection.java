package io.zizhi.document.intake.inspection.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.zizhi.document.intake.inspection.Bytes;
import io.zizhi.document.intake.inspection.HiddenFiles;
import io.zizhi.document.intake.inspection.pdf.PdfTokens.Kind;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Refuses PDF files that do more than show pages. A library that builds the objects in memory cannot do this here: five
 * megabytes of names take several hundred in memory. So this class reads the file once from its beginning, and accepts
 * only what it understands.
 */
public final class PdfInspection {

    /**
     * Most bytes of inflated streams together: ten pages of A4 at 300 dots per inch in colour, and half as much again.
     */
    private static final long MOST_INFLATED = 400_000_000;

    /** Most bytes of inflated objects together. */
    private static final long MOST_OBJECTS = 32_000_000;

    /** Longest stream of objects in which actions are looked up; writers put some hundred objects into one. */
    private static final int LONGEST_OBJECTS = 1_000_000;

    private static final int DEEPEST = 200;
    private static final byte[] END_OF_FILE = "%%EOF".getBytes(ISO_8859_1);
    private static final byte[] DICTIONARY = "<<".getBytes(ISO_8859_1);

    private final byte[] bytes;
    private final PdfTokens tokens;
    private final byte[] buffer = new byte[16 * 1024];
    private final ActionsAtOpening opening = new ActionsAtOpening();
    private long inflated;
    private long inflatedObjects;
    private final boolean suspicious;
    private boolean hasHiddenObject;
    private boolean hasLink;
    private boolean hasOtherAction;

    /** @param suspicious whether a reader could be directed to an object in a string, a comment or a stream */
    private PdfInspection(byte[] bytes, boolean suspicious) {
        this.bytes = bytes;
        this.suspicious = suspicious;
        this.tokens = new PdfTokens(bytes, 0, bytes.length);
    }

    /** Refuses a PDF with actions, forms that run programs, other files, encryption or bytes that belong to nothing. */
    public static void inspect(byte[] bytes) {
        PdfInspection inspection = new PdfInspection(bytes, false);
        inspection.inspect();
        if (inspection.hasHiddenObject) {
            new PdfInspection(bytes, true).inspect();
        }
    }

    private void inspect() {
        try {
            for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
                section(kind);
            }
        } catch (StructureException unknown) {
            throw refusal();
        }
        if (tokens.endOfFile() < 0 || hasTail()) {
            throw refusal();
        }
        if (hasLink && opening.exist() && !opening.onlyGoToPages()) {
            throw PdfRefusals.active("OpenAction");
        }
    }

    /** Returns the reason for a file that cannot be read at the current position: it may be behind the last end. */
    private RuntimeException refusal() {
        int end = tokens.endOfFile();
        return end < 0 || Bytes.indexOf(bytes, END_OF_FILE, end, bytes.length) >= 0
                ? PdfRefusals.unreadable()
                : HiddenFiles.tail(bytes.length - end);
    }

    private boolean hasTail() {
        for (int at = tokens.endOfFile(); at < bytes.length; at++) {
            if (!PdfTokens.isWhiteSpace(bytes[at])) {
                return true;
            }
        }
        return false;
    }

    /** Reads an object, a table of objects, a trailer or a comment. */
    private void section(Kind kind) {
        if (kind == Kind.TEXT && bytes[tokens.start()] == '%') {
            hiddenIn(tokens.start(), tokens.position());
        } else if (kind == Kind.INTEGER) {
            String number = tokens.text();
            require(tokens.next() == Kind.INTEGER);
            require(tokens.next() == Kind.OTHER && tokens.text().equals("obj"));
            object(number);
        } else if (kind == Kind.OTHER && tokens.text().equals("xref")) {
            table();
            dictionary();
        } else if (kind == Kind.OTHER && tokens.text().equals("startxref")) {
            require(tokens.next() == Kind.INTEGER);
        } else {
            throw new StructureException();
        }
    }

    /** Reads the table of objects up to the keyword {@code trailer}. */
    private void table() {
        for (Kind kind = tokens.next(); ; kind = tokens.next()) {
            if (kind == Kind.OTHER && tokens.text().equals("trailer")) {
                return;
            }
            boolean inUse = tokens.text().equals("n") || tokens.text().equals("f");
            require(kind == Kind.INTEGER || (kind == Kind.OTHER && inUse));
        }
    }

    private void dictionary() {
        require(tokens.next() == Kind.OPEN);
        values(new StreamDictionary(), 1);
    }

    /** Reads the value of an object and its stream, if it has one. */
    private void object(String number) {
        StreamDictionary dictionary = new StreamDictionary();
        int start = tokens.position();
        String keyword = values(dictionary, 0);
        opening.define(number, bytes, start, tokens.start());
        if (keyword.equals("stream")) {
            stream(dictionary);
            require(tokens.next() == Kind.OTHER && tokens.text().equals("endobj"));
        } else {
            require(keyword.equals("endobj"));
        }
    }

    /**
     * Reads values up to the bracket that closes the first one, and returns nothing. At a depth of 0, reads them up to
     * the keyword that ends them, and returns it.
     */
    private String values(StreamDictionary dictionary, int startDepth) {
        int depth = startDepth;
        while (true) {
            switch (tokens.next()) {
                case NAME -> {
                    require(!HiddenObjects.existInName(bytes, tokens.start(), tokens.position()));
                    dictionary.name(tokens.text());
                    refuse(tokens.text(), tokens.following());
                    if (tokens.text().equals("OpenAction")) {
                        opening.readOpenAction(bytes, tokens.position());
                    }
                }
                case INTEGER -> dictionary.integer(tokens.text());
                case TEXT -> hiddenIn(tokens.start(), tokens.position());
                case OPEN -> depth++;
                case CLOSE -> {
                    depth--;
                    if (startDepth == 1 && depth == 0) {
                        return "";
                    }
                }
                case OTHER -> {
                    if (depth == 0 && isEnd(tokens.text())) {
                        return tokens.text();
                    }
                    require(!isEnd(tokens.text()));
                    require(!HiddenObjects.existInKeyword(bytes, tokens.start(), tokens.position()));
                }
                case END -> throw new StructureException();
            }
            require(depth >= 0 && depth <= DEEPEST);
        }
    }

    private static boolean isEnd(String keyword) {
        return keyword.equals("endobj") || keyword.equals("stream") || keyword.equals("obj");
    }

    /**
     * The action of opening may be a page to show, which is an array, or an action that goes to one, as TeX writes it.
     * With links to web pages in the same file, that is known at its end. Other kinds of actions are refused beside an
     * action of opening, whatever it is. In a suspicious file links are refused like them, because a hidden object may
     * end with the action of a link.
     */
    private void refuse(String name, int valueBegins) {
        PdfRefusals.refuse(name);
        opening.find(name, valueBegins);
        hasLink |= PdfRefusals.isLink(name);
        hasOtherAction |= PdfRefusals.isOtherAction(name) || (suspicious && PdfRefusals.isLink(name));
        if (opening.exist() && hasOtherAction) {
            throw PdfRefusals.active("OpenAction");
        }
    }

    private void stream(StreamDictionary dictionary) {
        StreamData data = StreamData.at(bytes, tokens.position(), dictionary.length());
        int start = data.start();
        int end = data.end();
        tokens.continueAt(data.next());
        hiddenInData(start, end);
        if (dictionary.holdsObjects()) {
            require(dictionary.isReadable());
            objects(dictionary, start, end);
        } else if (dictionary.isInflated()) {
            inflate(start, end, MOST_INFLATED - inflated, null);
        }
    }

    /**
     * Refuses data with an object to which a reader could be directed. In random bytes, short names occur by chance, so
     * they count only if the file is suspicious.
     */
    private void hiddenInData(int start, int end) {
        findHiddenObject(start, end);
        names(start, end, (name, valueBegins) -> {
            require(!name.equals("ObjStm"));
            if (suspicious || name.length() > 3) {
                refuseHidden(name, valueBegins);
            }
        });
    }

    /** Refuses a string or comment with an object to which a reader could be directed. */
    private void hiddenIn(int start, int end) {
        findHiddenObject(start, end);
        if (suspicious || Bytes.indexOf(bytes, DICTIONARY, start, end) >= 0) {
            names(start, end, this::refuseHidden);
        }
    }

    private void refuseHidden(String name, int valueBegins) {
        // The names in a hidden stream of objects may be compressed.
        require(!suspicious || !(name.equals("ObjStm") || name.equals("First")));
        // Nobody can follow a hidden link, but an action at opening could.
        hasOtherAction |= PdfRefusals.isLink(name);
        refuse(name, valueBegins);
        require(!suspicious || !PdfObjects.isRefused(name));
    }

    private void findHiddenObject(int start, int end) {
        hasHiddenObject = hasHiddenObject || HiddenObjects.existIn(bytes, start, end);
    }

    private void objects(StreamDictionary dictionary, int start, int end) {
        if (dictionary.isInflated()) {
            PdfNames names = new PdfNames(this::refuse);
            ByteArrayOutputStream objects = new ByteArrayOutputStream();
            inflate(start, end, MOST_OBJECTS - inflatedObjects, (piece, from, to) -> {
                names.accept(piece, from, to);
                if (objects.size() <= LONGEST_OBJECTS) {
                    objects.write(piece, from, to - from);
                }
            });
            names.end();
            if (objects.size() <= LONGEST_OBJECTS) {
                opening.defineCompressed(objects.toByteArray(), dictionary.first(), dictionary.count());
            } else {
                opening.missObjects();
            }
        } else {
            names(start, end, this::refuse);
            opening.missObjects();
        }
    }

    private void names(int start, int end, PdfNames.Found found) {
        PdfNames names = new PdfNames(found);
        names.accept(bytes, start, end);
        names.end();
    }

    /** Receives inflated data in pieces. */
    private interface Inflated {
        void accept(byte[] piece, int start, int end);
    }

    /** Inflates data. Only that of objects has a receiver. */
    private void inflate(int start, int end, long most, @Nullable Inflated objects) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, end - start);
            long count = 0;
            for (int read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
                count += read;
                if (count > most) {
                    throw PdfRefusals.expandsTooMuch();
                }
                if (objects != null) {
                    objects.accept(buffer, 0, read);
                }
            }
            // A reader that goes by another length could find more objects.
            require(objects == null || inflater.finished());
            inflated += count;
            inflatedObjects += objects == null ? 0 : count;
        } catch (DataFormatException damaged) {
            // A damaged picture or page is shown as far as it can be read; damaged objects could not be checked.
            require(objects == null);
        } finally {
            inflater.end();
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new StructureException();
        }
    }
}
