package io.zizhi.qualification.bulk.sheet.column;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that a cell may contain instead of the API's constants. {@link WrittenWord#key} compares them. The page
 * {@code docs/bulk-filing.md} lists them.
 */
public enum SheetWords {
    PURPOSE(
            word("SELF", "自用", "本企业自用", "本单位自用", "本公司自用", "自己用", "own use", "self-use"),
            word("THIRD_PARTY", "他用", "第三方", "第三方使用", "third-party use")),

    /** Answers to a header that asks whether the purpose is own use. */
    OWN_USE(word("SELF", "是", "对", "y", "yes", "true", "1"), word("THIRD_PARTY", "否", "不是", "n", "no", "false", "0")),

    OWNER_TYPE(
            word("COMPANY", "企业", "公司", "企业单位", "企业法人", "有限公司", "有限责任公司", "股份公司", "个体工商户", "个体户", "enterprise"),
            word(
                    "PUBLIC_INSTITUTION",
                    "政府机关或事业单位",
                    "政府机关/事业单位",
                    "政府机关、事业单位",
                    "事业单位",
                    "政府机关",
                    "党政机关",
                    "国家机关",
                    "机关",
                    "机关单位",
                    "机关事业单位",
                    "政府",
                    "政府部门",
                    "institution",
                    "government"),
            word("PERSON", "个人", "自然人", "individual", "natural person")),

    CERTIFICATE_KIND(
            word("BUSINESS_LICENSE", "企业营业执照", "营业执照", "工商营业执照", "公司营业执照", "执照", "business licence"),
            word("SOCIAL_CREDIT_CERTIFICATE", "社会信用代码证书", "统一社会信用代码证书", "统一社会信用代码证", "信用代码证书", "信用代码证"),
            word("INSTITUTION_CERTIFICATE", "事业单位法人证书", "事业单位法人证", "事业单位证书", "事业法人证书", "法人证书"),
            word("OTHER_CERTIFICATE", "其他证书", "其他", "其它", "其它证书", "其他证件", "其它证件", "other")),

    ID_TYPE(
            word(
                    "RESIDENT_ID",
                    "居民身份证",
                    "身份证",
                    "二代身份证",
                    "二代证",
                    "第二代身份证",
                    "第二代居民身份证",
                    "中国居民身份证",
                    "大陆身份证",
                    "id card",
                    "identity card",
                    "resident identity card"),
            word("PASSPORT", "护照", "中国护照", "外国护照", "因私护照"),
            word("HOME_RETURN_PERMIT", "港澳居民来往内地通行证", "港澳通行证", "港澳居民通行证", "港澳来往内地通行证", "回乡证"),
            word("TAIWAN_COMPATRIOT_PERMIT", "台湾居民来往大陆通行证", "台湾通行证", "台湾居民通行证", "台胞证"),
            word("RESIDENCE_PERMIT", "港澳台居民居住证", "居住证", "港澳居民居住证", "台湾居民居住证"),
            word("OTHER", "其他证件", "其他", "其它", "其它证件", "其他证件类型", "other document"));

    /** The last day of a document without end. */
    public static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    /** Words for a document without end. */
    static final List<String> LONG_TERM_WORDS =
            List.of("长期", "长期有效", "永久", "永久有效", "终身", "无期限", "无固定期限", "不约定期限", "long-term", "permanent", "indefinite");

    private static final Set<String> LONG_TERM_KEYS =
            LONG_TERM_WORDS.stream().map(WrittenWord::key).collect(Collectors.toUnmodifiableSet());

    private final List<Word> words;
    private final Map<String, String> constants;

    SheetWords(Word... words) {
        this.words = List.of(words);
        this.constants = Arrays.stream(words)
                .flatMap(
                        word -> word.spellings().map(spelling -> Map.entry(WrittenWord.key(spelling), word.constant())))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Word word(String constant, String chinese, String... others) {
        return new Word(constant, chinese, List.of(others));
    }

    /** Returns the constant for a word; empty if the word is unknown. */
    public Optional<String> constantOf(String word) {
        return Optional.ofNullable(constants.get(WrittenWord.key(word)));
    }

    public List<Word> words() {
        return words;
    }

    /** Returns the Chinese words of the drop-down list. */
    public List<String> chinese() {
        return words.stream().map(Word::chinese).toList();
    }

    /** Returns the English words of the drop-down list, which are the constants of the API. */
    public List<String> english() {
        return words.stream().map(Word::constant).toList();
    }

    /** Returns whether the text says that a document has no end. */
    public static boolean isLongTerm(String text) {
        return LONG_TERM_KEYS.contains(WrittenWord.key(text));
    }

    /**
     * A constant and its words.
     *
     * @param constant as in the API
     * @param chinese the word of the drop-down list
     * @param others further accepted words
     */
    record Word(String constant, String chinese, List<String> others) {

        Stream<String> spellings() {
            return Stream.of(Stream.of(constant, chinese), others.stream()).flatMap(Function.identity());
        }
    }
}
