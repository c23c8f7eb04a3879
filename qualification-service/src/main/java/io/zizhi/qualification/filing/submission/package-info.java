/**
 * From a working copy to the review desk and back: submission, withdrawal. A submission asks the other
 * services first (are the documents there, is the phone verified), reserves the phone and pins the documents, and only
 * then opens the one transaction that accepts it.
 */
@NullMarked
package io.zizhi.qualification.filing.submission;

import org.jspecify.annotations.NullMarked;
