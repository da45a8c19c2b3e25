namespace QualityPlan.Domain.People;

/// <summary>角色: what a person may be in the system. One person may hold several.</summary>
public enum Role
{
    /// <summary>承辦人: fills in the quarter for his unit.</summary>
    Reporter,

    /// <summary>單位主管: approves or returns his unit's filing.</summary>
    UnitHead,

    /// <summary>研發小組 (計畫管考): drafts the plan, chases, compiles, exports.</summary>
    PlanOffice,

    /// <summary>副召集人 (副館長).</summary>
    DeputyConvener,

    /// <summary>召集人 (館長).</summary>
    Convener,

    /// <summary>系統管理者: accounts, units, settings; may neither approve nor read drafts.</summary>
    Administrator,

    /// <summary>稽核: reads the trail.</summary>
    Auditor,

    /// <summary>檢視者: reads approved plans and signed reports.</summary>
    Viewer,
}

/// <summary>The zh-TW names of the roles.</summary>
public static class RoleNames
{
    public static string Chinese(this Role role) => role switch
    {
        Role.Reporter => "承辦人",
        Role.UnitHead => "單位主管",
        Role.PlanOffice => "研發小組",
        Role.DeputyConvener => "副召集人",
        Role.Convener => "召集人",
        Role.Administrator => "系統管理者",
        Role.Auditor => "稽核",
        Role.Viewer => "檢視者",
        _ => role.ToString(),
    };
}
