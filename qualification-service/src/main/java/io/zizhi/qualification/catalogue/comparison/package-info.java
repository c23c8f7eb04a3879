/**
 * The revisions of a qualification and what is different between two of them, field by field. Equality is judged on the
 * opened forms; what is shown of a natural person is masked as in every view, and a changed value that looks the same
 * masked is told all the same.
 */
@NullMarked
package io.zizhi.qualification.catalogue.comparison;

import org.jspecify.annotations.NullMarked;
