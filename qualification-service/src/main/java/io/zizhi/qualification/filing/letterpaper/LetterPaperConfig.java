package io.zizhi.qualification.filing.letterpaper;

import io.smallrye.config.ConfigMapping;
import java.util.List;

@ConfigMapping(prefix = "zizhi.letter.paper")
public interface LetterPaperConfig {

    /**
     * Paths of Chinese fonts in order of preference: TrueType files (TTF) or collections (TTC). {@code #1} after the
     * path of a collection selects its second font. Files have at most 24 MiB. Fonts with PostScript
     * outlines (OTF, Noto CJK) cannot be used.
     */
    List<String> chineseFonts();
}
