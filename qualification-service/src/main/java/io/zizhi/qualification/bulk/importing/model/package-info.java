/** An import and its rows: the entities, their repositories and states. The contents of rows are stored encrypted. */
@NullMarked
package io.zizhi.qualification.bulk.importing.model;

import org.jspecify.annotations.NullMarked;
