/**
 * The revisions of a qualification, and field-by-field comparison. Forms are compared unmasked, and personal data is
 * masked for display. A changed value is therefore listed even if both masked values look the same.
 */
@NullMarked
package io.zizhi.qualification.catalogue.comparison;

import org.jspecify.annotations.NullMarked;
