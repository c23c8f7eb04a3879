/**
 * Inspects uploads before anything decodes them: signature, structure and dimensions must match the declared type. It
 * uses no database.
 */
@NullMarked
package io.zizhi.document.intake.inspection;

import org.jspecify.annotations.NullMarked;
