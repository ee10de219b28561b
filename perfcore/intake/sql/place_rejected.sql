insert into rejected values (?, '', ?, ?, ?)
