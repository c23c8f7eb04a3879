/**
 * What else there is of the same persons and the same company: what a reviewer compares a submission with. Of other
 * accounts no more is told than what names no natural person.
 */
@NullMarked
package io.zizhi.qualification.reviewapi.related;

import org.jspecify.annotations.NullMarked;
