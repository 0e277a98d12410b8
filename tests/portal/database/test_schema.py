from portal.database import schema


def test_a_database_of_this_source_is_ours(db):
    assert schema.foreign_step() == ""
    assert schema.foreign_column() == ""
