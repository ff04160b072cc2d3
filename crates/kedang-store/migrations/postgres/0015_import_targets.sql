-- By what a row is matched with a customer that is there (`number`: 客户编号, else 统一社会信用代码), and
-- which form the columns of a table go to besides: `answers` is JSON, a field of the form or null per
-- column.
alter table imports add column matched_by text collate "C" not null default 'number';
alter table import_sheets add column form text collate "C";
alter table import_sheets add column answers text collate "C" not null default '[]';
alter table import_mappings add column form text collate "C";
alter table import_mappings add column answers text collate "C" not null default '[]';

-- A card that an import made can be taken back: nothing may point at it.
create index card_files_by_card on card_files (card_id);
create index changes_by_card on changes (card_id) where card_id is not null;
