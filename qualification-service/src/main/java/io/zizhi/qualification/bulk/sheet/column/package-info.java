/**
 * The columns of sheets: their headers, the words that their cells accept, and findings about cells. Reading and
 * writing use the same columns, so that a written sheet can be uploaded again.
 */
@NullMarked
package io.zizhi.qualification.bulk.sheet.column;

import org.jspecify.annotations.NullMarked;
