package io.zizhi.bench.specimen;

/** The documents that are drawn. Layouts follow the official forms; emblems and portraits are only suggested. */
public enum SpecimenKind {
    /** Resident identity card (居民身份证), side with the portrait. */
    ID_PORTRAIT,
    /** Resident identity card, side with the national emblem. */
    ID_EMBLEM,
    /** Mainland travel permit of residents of Hong Kong and Macau (港澳居民来往内地通行证), side with the portrait. */
    TRAVEL_PERMIT,
    /** Business licence (营业执照), landscape form of 2019. */
    BUSINESS_LICENSE,
    /** Certificate of a public institution (事业单位法人证书). */
    INSTITUTION_CERTIFICATE
}
