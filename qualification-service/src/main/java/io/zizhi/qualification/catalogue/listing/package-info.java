/**
 * Lists, counts and exports of an account's qualifications. Response times do not grow with the number of
 * qualifications: every list merges short index scans, parts of names are found through an index of characters, and
 * counts are kept up to date on each change.
 */
@NullMarked
package io.zizhi.qualification.catalogue.listing;

import org.jspecify.annotations.NullMarked;
