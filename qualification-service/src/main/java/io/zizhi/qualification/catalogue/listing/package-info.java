/**
 * Many qualifications of an account at once, for people: found by what they remember of one, sorted, counted, read page
 * by page, taken along as a file. Nothing here gets slower with the number of qualifications: every list is a merge of
 * short index scans, parts of names are looked up by their characters, and counts are kept while things change.
 */
@NullMarked
package io.zizhi.qualification.catalogue.listing;

import org.jspecify.annotations.NullMarked;
